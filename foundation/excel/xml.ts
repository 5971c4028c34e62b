// The little XML (标记) a workbook needs: tags with their attributes, text, and a firm no to document
// types.
import { refuse } from "../refusal.ts";
import { excelRefusals } from "./refusals.ts";

export interface Tag {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

const tagPattern =
  /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const attributePattern = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The tags of a small part in order. Attributes go by their name without prefix. */
export function* tagsOf(part: Buffer): Generator<Tag> {
  forbidDocumentType(part);
  for (const [, slash, name, attributes, selfClosed] of part.toString().matchAll(tagPattern)) {
    yield {
      name: name!,
      opens: slash === "",
      closes: slash === "/" || selfClosed === "/",
      attributes: readAttributes(attributes!),
    };
  }
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name, double, single] of text.matchAll(attributePattern)) {
    attributes[name!.slice(name!.indexOf(":") + 1)] = decodeEntities(double ?? single ?? "");
  }
  return attributes;
}

/**
 * A document type could name outside files or expand without end (XXE); no spreadsheet program
 * writes one.
 */
function forbidDocumentType(bytes: Buffer): void {
  if (bytes.includes("<!DOCTYPE") || bytes.includes("<!ENTITY"))
    throw refuse(excelRefusals.unsafeXml);
  const isUtf16 = bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0 || bytes[0]! >= 0xfe);
  if (isUtf16) throw refuse(excelRefusals.damaged, { words: { where: "文字编码不是 UTF-8" } });
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * Resolves the five names and the numbers of XML; any other name could only come from a document
 * type.
 */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (_, hex, decimal, name) => {
    if (name !== undefined) {
      const character = named[name];
      if (character === undefined) throw refuse(excelRefusals.unsafeXml);
      return character;
    }
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
  });
}

/** Spreadsheets write characters XML cannot hold as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function decodeText(text: string): string {
  const plain = decodeEntities(text);
  if (!plain.includes("_x")) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const openingBytes = 4096;

export interface Piece {
  readonly bytes: Buffer;
  /** The prefix the part's own elements carry, such as `x:`, read off its first tag. */
  readonly prefix: string;
}

/** A part as it inflates, with the prefix of its elements known from the first piece on. */
export async function* piecesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  let opening: Buffer = Buffer.alloc(0);
  let prefix: string | undefined;
  for await (const chunk of chunks) {
    if (prefix !== undefined) yield { bytes: chunk, prefix };
    else opening = Buffer.concat([opening, chunk]);
    if (prefix !== undefined || opening.length < openingBytes) continue;
    prefix = readPrefix(opening);
    yield { bytes: opening, prefix };
  }
  if (prefix === undefined) yield { bytes: opening, prefix: readPrefix(opening) };
}

function readPrefix(opening: Buffer): string {
  forbidDocumentType(opening);
  const root = /<([\w.-]+:)?(?:worksheet|sst)[\s>/]/.exec(
    opening.toString("latin1", 0, openingBytes),
  );
  return root?.[1] ?? "";
}

interface Elements {
  readonly parent: string;
  readonly element: string;
  readonly maxBytes: number;
}

/**
 * Cuts a part into pieces of whole elements, up to the end of their parent. Refuses an element
 * longer than `maxBytes`, and a part that ends before the parent does.
 */
export async function* wholeElements(
  chunks: AsyncIterable<Buffer>,
  { parent, element, maxBytes }: Elements,
): AsyncGenerator<Piece> {
  let rest: Buffer = Buffer.alloc(0);
  let opened = false;
  for await (const { bytes, prefix } of piecesOf(chunks)) {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const end = rest.indexOf(`</${prefix}${parent}>`);
    if (end >= 0) {
      yield { bytes: rest.subarray(0, end), prefix };
      return;
    }
    const cut = rest.lastIndexOf(`<${prefix}${element}`);
    opened ||= cut >= 0;
    if (cut > 0) yield { bytes: rest.subarray(0, cut), prefix };
    if (cut > 0) rest = rest.subarray(cut);
    else if (rest.length > maxBytes) throw refuse(excelRefusals.bomb);
  }
  if (opened) throw refuse(excelRefusals.damaged, { words: { where: "内容没有结尾" } });
}
