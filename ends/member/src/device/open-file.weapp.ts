// Opening a file of the house (打开文件) in the mini-program: fetched with the session's token, shown by WeChat.
import Taro from "@tarojs/taro";
import { problemOf } from "../client/problem.ts";
import { bearer } from "./login.ts";

declare const ORIGIN: string;

/** Fails with a `Problem`. */
export async function openFile(address: string, _name: string): Promise<void> {
  const header = bearer();
  const got = await Taro.downloadFile({ url: ORIGIN + address, header }).catch(() => undefined);
  if (got?.statusCode !== 200) throw problemOf(got?.statusCode ?? 0, undefined);
  await Taro.openDocument({ filePath: got.tempFilePath, fileType: "pdf", showMenu: true });
}
