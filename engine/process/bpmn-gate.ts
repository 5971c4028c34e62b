// The gate before reading (读入前检查): a file that is no plain XML, or too big or deep for a flow, is not parsed at all.

/** A drawing of the house itself takes some 1,500 bytes a step. */
export const bytesAtMost = 800_000;
const tagsAtMost = 10_000;
const depthAtMost = 50;

const again = "请从画流程图的软件里重新导出 BPMN 2.0 文件。";

/** Why a text is not read as XML; undefined when it may be. Looks at each character once. */
export function gateFault(xml: string): string | undefined {
  if (Buffer.byteLength(xml) > bytesAtMost)
    return `文件超过 ${bytesAtMost / 1000} KB，不像是流程图。`;
  if (xml.includes("\0") || xml.includes("\ufffd"))
    return "文件不是 UTF-8 编码的文字，请另存为 UTF-8 后再选。";
  if (!/^\ufeff?\s*</u.test(xml)) return `这不是 BPMN 2.0 文件。${again}`;
  let [depth, tags] = [0, 0];
  for (let at = xml.indexOf("<"); at !== -1; ) {
    const { kind, end } = pieceAt(xml, at);
    if (end === -1) return `文件不完整。${again}`;
    if (kind === "declaration")
      return `文件里有 DOCTYPE 或实体声明，可能夹带别的内容，不能读。${again}`;
    if (kind === "open") depth += 1;
    if (kind === "close") depth -= 1;
    tags += 1;
    if (depth > depthAtMost) return `文件的层次超过 ${depthAtMost} 层，不像是流程图。`;
    if (tags > tagsAtMost) return `文件的内容超过 ${tagsAtMost} 项，不像是流程图。`;
    at = xml.indexOf("<", end);
  }
  return undefined;
}

interface Piece {
  readonly kind: "open" | "close" | "whole" | "declaration";
  /** Of its last character; -1 when it does not end. */
  readonly end: number;
}

/** What stands between `<` and where it ends. */
function pieceAt(xml: string, at: number): Piece {
  const skipped = [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ] as const;
  for (const [opening, closing] of skipped) {
    if (xml.startsWith(opening, at))
      return { kind: "whole", end: xml.indexOf(closing, at + opening.length) };
  }
  if (xml.startsWith("<!", at)) return { kind: "declaration", end: at };
  const end = tagEnd(xml, at);
  if (xml.startsWith("</", at)) return { kind: "close", end };
  return { kind: xml[end - 1] === "/" ? "whole" : "open", end };
}

/** The `>` that is in no attribute's value. */
function tagEnd(xml: string, from: number): number {
  const mark = /["'>]/g;
  mark.lastIndex = from;
  for (let found = mark.exec(xml); found; found = mark.exec(xml)) {
    if (found[0] === ">") return found.index;
    const close = xml.indexOf(found[0], found.index + 1);
    if (close === -1) return -1;
    mark.lastIndex = close + 1;
  }
  return -1;
}
