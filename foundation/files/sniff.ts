// Sniffing (识别文件): what a file is by its bytes; its name and declared type are never believed.
import { isUtf8 } from "node:buffer";
import { type RefusalKind, refuse } from "../refusal.ts";

export type FileKind =
  | "xlsx"
  | "xls"
  | "docx"
  | "zip"
  | "ole"
  | "pdf"
  | "png"
  | "jpeg"
  | "webp"
  | "text"
  | "html"
  | "exe"
  | "unknown"
  | "empty";

/** What a kind is called to the person who uploaded it. */
export const kindNames: Readonly<Record<FileKind, string>> = {
  xlsx: "Excel 表格",
  xls: "旧版 Excel 表格",
  docx: "Word 文档",
  zip: "压缩包",
  ole: "旧版 Office 文件",
  pdf: "PDF 文件",
  png: "PNG 图片",
  jpeg: "JPEG 图片",
  webp: "WebP 图片",
  text: "文本",
  html: "网页",
  exe: "程序",
  unknown: "认不出的内容",
  empty: "空文件",
};

export const fileRefusals = {
  empty: {
    code: "files.empty",
    status: 422,
    say: "这个文件是空的。",
    next: "请检查选对了文件，再上传。",
  },
  tooLarge: {
    code: "files.too-large",
    status: 413,
    say: "这个文件超过了 {limit} MB。",
    next: "请压缩图片或分成几个文件，再上传。",
  },
  wrongKind: {
    code: "files.wrong-kind",
    status: 415,
    say: "这里不能传{kind}。",
    next: "请上传：{allowed}。改文件名后缀没有用，系统看的是内容。",
  },
  twoInOne: {
    code: "files.two-in-one",
    status: 415,
    say: "这个文件里还藏着另一个文件，不安全。",
    next: "请重新拍照或重新导出一份，再上传。",
  },
} as const satisfies Record<string, RefusalKind>;

const startsWith = (bytes: Buffer, signature: string, at = 0): boolean =>
  bytes.toString("latin1", at, at + signature.length) === signature;

/** A zip can hide behind any file: its directory stands at the end, right before its end record. */
const holdsZip = (bytes: Buffer): boolean => {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65_557));
  const end = tail.lastIndexOf("PK\u0005\u0006");
  if (end < 0 || end + 22 > tail.length) return false;
  const directory = bytes.length - tail.length + end - tail.readUInt32LE(end + 12);
  return directory > 0 && startsWith(bytes, "PK\u0001\u0002", directory);
};

const holdsUtf16 = (bytes: Buffer, name: string): boolean =>
  bytes.includes(Buffer.from(`${name}\0`, "utf16le"));

const insideZip = (bytes: Buffer): FileKind => {
  if (bytes.includes("xl/workbook.xml")) return "xlsx";
  return bytes.includes("word/document.xml") ? "docx" : "zip";
};

const insideOle = (bytes: Buffer): FileKind =>
  holdsUtf16(bytes, "Workbook") && !holdsUtf16(bytes, "WordDocument") ? "xls" : "ole";

const programs = [
  "MZ",
  "\x7fELF",
  "#!",
  "\xcf\xfa\xed\xfe",
  "\xce\xfa\xed\xfe",
  "\xca\xfe\xba\xbe",
];

const binaryKind = (bytes: Buffer): FileKind | undefined => {
  if (startsWith(bytes, "PK\u0003\u0004")) return insideZip(bytes);
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return insideOle(bytes);
  if (startsWith(bytes, "%PDF-")) return "pdf";
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "png";
  if (startsWith(bytes, "\xff\xd8\xff")) return "jpeg";
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "webp";
  return programs.some((signature) => startsWith(bytes, signature)) ? "exe" : undefined;
};

const isText = (bytes: Buffer): boolean => {
  if (startsWith(bytes, "\xff\xfe") || startsWith(bytes, "\xfe\xff")) return true;
  if (bytes.includes(0)) return false;
  if (isUtf8(bytes)) return true;
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Tells a file's kind from all of its bytes. Text is UTF-8, GB18030, or UTF-16 with its mark. */
export function sniff(file: Uint8Array): FileKind {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length === 0) return "empty";
  const binary = binaryKind(bytes);
  if (binary) return binary;
  const opening = bytes
    .toString("latin1", 0, 1024)
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (/^<(!doctype|html|head|body|table|script|svg|\?xml|meta|!--)/i.test(opening)) return "html";
  return isText(bytes) ? "text" : "unknown";
}

/**
 * A picture or PDF that is a zip, page or script as well: two programs would read it as two files.
 */
const isTwoInOne = (bytes: Buffer, kind: FileKind): boolean => {
  if (!["pdf", "png", "jpeg", "webp"].includes(kind)) return false;
  const head = bytes.toString("latin1", 0, 1024).toLowerCase();
  return (
    holdsZip(bytes) ||
    /<script|<html|<\?php/.test(head) ||
    (kind !== "pdf" && head.includes("%pdf-"))
  );
};

export interface UploadRule {
  readonly kinds: readonly FileKind[];
  readonly maxBytes: number;
}

/** Takes an upload by its content, or refuses with one of `fileRefusals`. */
export function checkUpload(file: Uint8Array, rule: UploadRule): FileKind {
  if (file.length > rule.maxBytes) {
    throw refuse(fileRefusals.tooLarge, {
      words: { limit: Math.floor(rule.maxBytes / 1_000_000) },
    });
  }
  const kind = sniff(file);
  if (kind === "empty") throw refuse(fileRefusals.empty);
  if (!rule.kinds.includes(kind)) {
    const allowed = rule.kinds.map((each) => kindNames[each]).join("、");
    throw refuse(fileRefusals.wrongKind, { words: { kind: kindNames[kind], allowed } });
  }
  if (isTwoInOne(Buffer.from(file.buffer, file.byteOffset, file.byteLength), kind)) {
    throw refuse(fileRefusals.twoInOne);
  }
  return kind;
}
