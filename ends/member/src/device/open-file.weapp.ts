// Opening a file of the house (打开文件) in the mini-program: fetched with the session's token, shown by WeChat.
import Taro from "@tarojs/taro";
import { Problem, problemOf } from "../client/problem.ts";
import { contentTypeIn, lookOf } from "./file-look.ts";
import { bearer } from "./login.ts";

declare const ORIGIN: string;

const unshown = {
  title: "手机上打不开这种文件",
  next: "请在电脑上登录门户网站下载。",
} as const;

/** Fails with a `Problem`, also for a kind of file that WeChat does not show. */
export async function openFile(address: string, _name: string): Promise<void> {
  let contentType: string | undefined;
  const fetching = Taro.downloadFile({ url: ORIGIN + address, header: bearer() });
  fetching.onHeadersReceived(({ header }) => {
    contentType = contentTypeIn(header);
  });
  const got = await fetching.catch(() => undefined);
  if (got?.statusCode !== 200) throw problemOf(got?.statusCode ?? 0, undefined);
  const look = lookOf(contentType);
  if (!look) throw new Problem(415, unshown);
  const { tempFilePath } = got;
  if (look.as === "image") await Taro.previewImage({ urls: [tempFilePath] });
  else await Taro.openDocument({ filePath: tempFilePath, fileType: look.type, showMenu: true });
}
