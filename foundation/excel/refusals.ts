// Refusals of spreadsheets (表格文件拒绝): what is wrong with the file, and how an officer gets it right.
import type { RefusalKind } from "../refusal.ts";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `excel.${code}`,
  status,
  say,
  next,
});

const saveAgain =
  "请用 Excel 或 WPS 打开它，选“文件 → 另存为 → Excel 工作簿（.xlsx）”，再上传新存的文件。";

export const excelRefusals = {
  empty: kind(
    "empty",
    422,
    "这个文件是空的，里面没有内容。",
    "请检查选对了文件，填好内容并保存后再上传。",
  ),
  noRows: kind(
    "no-rows",
    422,
    "这个表格里没有填任何内容。",
    "请把名单填在第一张工作表里，保存后再上传。",
  ),
  notTable: kind(
    "not-table",
    415,
    "这个文件不是表格，它的内容其实是{kind}。",
    "改文件名后缀没有用。请找到真正的表格文件（.xlsx、.xls 或 .csv）再上传。",
  ),
  webPage: kind("web-page", 415, "这个文件名字像表格，内容其实是网页。", saveAgain),
  oldFormat: kind("old-format", 415, "这是{kind}格式的表格，系统不读这种格式。", saveAgain),
  encrypted: kind(
    "encrypted",
    422,
    "这个文件加了打开密码，系统读不了。",
    "请用 Excel 或 WPS 打开它，在“文件 → 信息 → 保护”里去掉打开密码，保存后再上传。",
  ),
  damaged: kind(
    "damaged",
    422,
    "这个文件不完整或已损坏：{where}。",
    `可能没有下载完或没有传完。${saveAgain}`,
  ),
  bomb: kind(
    "bomb",
    413,
    "这个文件解压后大得不正常，已停止读取。",
    "正常的名单不会这样。请把名单内容复制到一个新建的表格里，保存后再上传。",
  ),
  unsafeXml: kind(
    "unsafe-xml",
    422,
    "这个文件里夹带了外部引用（DTD），不安全，已停止读取。",
    "请把名单内容复制到一个新建的表格里，保存后再上传。",
  ),
  tooLarge: kind(
    "too-large",
    413,
    "这个文件有 {size} MB，超过了 {limit} MB。",
    "请删去图片，或把名单分成几个文件上传。",
  ),
  tooManyRows: kind(
    "too-many-rows",
    413,
    "这个表格超过了 {limit} 行。",
    "请把名单分成几个文件，每个不超过 {limit} 行，分别上传。",
  ),
  tooManyColumns: kind(
    "too-many-columns",
    413,
    "这个表格第 {row} 行超过了 {limit} 列。",
    "请删去右边多余的列，只留名单用到的列，再上传。",
  ),
  tooLongText: kind(
    "too-long-text",
    422,
    "第 {row} 行附近有一格超过了 {limit} 个字。",
    "如果是 .csv 文件，多半是有一个引号没有成对，请改好那一行；否则请删短那一格，再上传。",
  ),
  noSuchSheet: kind(
    "no-such-sheet",
    422,
    "这个文件里没有叫“{name}”的工作表。",
    "文件里的工作表有：{names}。请重新选择。",
  ),
  unknownEncoding: kind("unknown-encoding", 422, "这个 .csv 文件的文字编码认不出来。", saveAgain),
  openQuote: kind(
    "open-quote",
    422,
    "从第 {row} 行起有一个英文引号没有成对，后面的内容连成了一格。",
    "请用 Excel 或 WPS 打开检查那一行，改好后再上传；最好另存为 .xlsx。",
  ),
} as const;
