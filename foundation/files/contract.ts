// Files (文件): bringing a file and fetching it again.
import { z } from "zod";

/** Kinds of content that may be brought, by what the bytes are and not by their name. */
export const acceptedKinds = [
  "xlsx",
  "xls",
  "csv",
  "text",
  "pdf",
  "docx",
  "png",
  "jpeg",
  "webp",
] as const;

export const refusals = {
  kindNotAccepted: {
    code: "files.kind-not-accepted",
    status: 415,
    say: "这种文件不能上传（按内容识别，不看扩展名）。",
    next: "请上传 Excel（xlsx、xls）、CSV、PDF、Word（docx）或图片（png、jpg、webp）。",
  },
  empty: {
    code: "files.empty",
    status: 422,
    say: "这个文件是空的。",
    next: "请检查文件后重新上传。",
  },
  notFound: {
    code: "files.not-found",
    status: 404,
    say: "没有找到这个文件。",
    next: "它可能不存在，或不是您上传的、不在您的管理范围内。",
  },
  notDownload: {
    code: "files.not-download",
    status: 422,
    say: "这个地址不是可以下载的文件。",
    next: "请在文件所在的页面上重新点下载。",
  },
  linkOver: {
    code: "files.link-over",
    status: 404,
    say: "这个下载链接已经失效。",
    next: "链接只在几分钟内、登录没有退出时有效；请回到系统里重新点下载。",
  },
} as const;

export const limits = {
  /** A path of ours with its id, such as `/data-quality/snapshots/<id>/file?kind=xlsx`. */
  linkedPathCharacters: 81,
  linkMinutes: 5,
} as const;

export const file = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  size: z.number().int(),
});

export const bring = {
  id: "files.bring",
  title: "上传文件",
  method: "POST",
  path: "/files",
  upload: { bytesAtMost: 50 * 1024 * 1024 },
  query: z.object({ purpose: z.string().trim().min(2).max(40).default("办理业务") }),
  answer: file,
  refusals: [refusals.kindNotAccepted, refusals.empty],
} as const;

export const fetchFile = {
  id: "files.fetch",
  title: "下载文件",
  method: "GET",
  path: "/files/:id",
  params: z.object({ id: z.uuid("文件编号不对") }),
  refusals: [refusals.notFound],
} as const;

export const link = {
  id: "files.link",
  title: "取得限时下载链接",
  method: "POST",
  path: "/files/links",
  body: z.object({
    path: z
      .string()
      .max(limits.linkedPathCharacters, "地址太长，不能做成下载链接")
      .regex(/^(\/[\w.-]+)+(\?[\w=&.-]+)?$/, "请填写 /api 之后的下载地址，如 /files/编号")
      .describe("下载这个文件的接口地址，去掉 /api"),
  }),
  answer: z.object({
    path: z.string().describe("几分钟内不用登录就能下载这一个文件的地址"),
    until: z.iso.datetime(),
  }),
  refusals: [refusals.notDownload, refusals.notFound],
} as const;

export const linked = {
  id: "files.linked",
  title: "凭限时链接下载文件",
  method: "GET",
  path: "/files/linked/:token",
  params: z.object({ token: z.string().describe("链接中的凭据") }),
  refusals: [refusals.linkOver, refusals.notFound],
} as const;
