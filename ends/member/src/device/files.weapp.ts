// Files (选文件) in the mini-program: WeChat's camera and album.
import Taro from "@tarojs/taro";

export interface ChosenFile {
  readonly name: string;
  /** A Blob in the App, a path in the mini-program. */
  readonly content: unknown;
}

/** Nothing when the person turned back. */
export async function chooseFiles(
  from: "camera" | "album",
  count: number,
): Promise<readonly ChosenFile[]> {
  const chosen = await Taro.chooseMedia({ count, mediaType: ["image"], sourceType: [from] }).catch(
    () => undefined,
  );
  const files = chosen?.tempFiles ?? [];
  return files.map(({ tempFilePath }, index) => ({
    name: `照片 ${index + 1}`,
    content: tempFilePath,
  }));
}
