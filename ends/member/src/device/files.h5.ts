// Files (选文件) in the App: the browser's chooser, or straight the camera.

export interface ChosenFile {
  readonly name: string;
  /** A Blob in the App, a path in the mini-program. */
  readonly content: unknown;
}

/** Nothing when the person turned back. */
export function chooseFiles(
  from: "camera" | "album",
  count: number,
): Promise<readonly ChosenFile[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = count > 1 && from === "album";
  if (from === "camera") {
    input.accept = "image/*";
    input.capture = "environment";
  } else {
    input.accept = "image/png,image/jpeg,image/webp,application/pdf";
  }
  return new Promise((resolve) => {
    input.oncancel = () => resolve([]);
    input.onchange = () => {
      const files = [...(input.files ?? [])].slice(0, count);
      resolve(files.map((file) => ({ name: file.name, content: file })));
    };
    input.click();
  });
}
