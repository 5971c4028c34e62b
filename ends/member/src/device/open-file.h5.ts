// Opening a file of the house (打开文件) in the App: the browser takes it, with the session's cookie.

/** Fails nowhere: what the browser cannot open it keeps among its downloads. */
export async function openFile(address: string, name: string): Promise<void> {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
