// Shared strings (共享字符串): the texts of a workbook, kept as UTF-8 bytes; a roster of a million has
// millions of them.
import { refuse } from "../refusal.ts";
import { type Cell, longestText, textCell } from "./cell.ts";
import { excelRefusals } from "./refusals.ts";
import { decodeText, type Piece } from "./xml.ts";

const segmentBytes = 4 * 1024 * 1024;
/** All columns of a million rows may differ in some; not even so does a roster reach these. */
const limits = { bytes: 256 * 1024 * 1024, texts: 16_000_000 };
const cacheSize = 8192;

/**
 * Texts by number. As bytes in a few large segments they cost a third of JavaScript strings and
 * nothing to the garbage collector; the few texts that repeat (男, 汉族, 在岗) come from a small cache
 * as ready cells.
 */
export class SharedStrings {
  readonly #segments: Buffer[] = [];
  #places = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  #used = segmentBytes;
  readonly #cachedNumber = new Int32Array(cacheSize).fill(-1);
  readonly #cachedCell: Cell[] = new Array(cacheSize);

  /** Takes a text from `from` to `to` of these bytes; they must hold no escapes. */
  addBytes(bytes: Buffer, from: number, to: number): void {
    const length = to - from;
    if (length > longestText * 4) throw tooLong(this.#count);
    if (this.#used + length > segmentBytes) this.#nextSegment();
    if (this.#count === limits.texts) throw refuse(excelRefusals.bomb);
    if (this.#count === this.#lengths.length) this.#grow();
    const segment = this.#segments.length - 1;
    bytes.copy(this.#segments[segment]!, this.#used, from, to);
    this.#places[this.#count] = segment * segmentBytes + this.#used;
    this.#lengths[this.#count] = length;
    this.#used += length;
    this.#count += 1;
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    this.addBytes(bytes, 0, bytes.length);
  }

  /** The cell of a text. Refuses a number the table does not have. */
  cell(number: number): Cell {
    const slot = number & (cacheSize - 1);
    if (this.#cachedNumber[slot] === number) return this.#cachedCell[slot]!;
    const cell = textCell(this.#text(number));
    this.#cachedNumber[slot] = number;
    this.#cachedCell[slot] = cell;
    return cell;
  }

  #text(number: number): string {
    if (!(number >= 0 && number < this.#count)) {
      throw refuse(excelRefusals.damaged, { words: { where: "文字表缺了一部分" } });
    }
    const place = this.#places[number]!;
    const segment = Math.floor(place / segmentBytes);
    const at = place - segment * segmentBytes;
    return this.#segments[segment]!.toString("utf8", at, at + this.#lengths[number]!);
  }

  #nextSegment(): void {
    if (this.#segments.length * segmentBytes >= limits.bytes) throw refuse(excelRefusals.bomb);
    this.#segments.push(Buffer.allocUnsafeSlow(segmentBytes));
    this.#used = 0;
  }

  #grow(): void {
    const places = new Float64Array(this.#places.length * 2);
    const lengths = new Uint32Array(this.#lengths.length * 2);
    places.set(this.#places);
    lengths.set(this.#lengths);
    this.#places = places;
    this.#lengths = lengths;
  }
}

const tooLong = (row: number) =>
  refuse(excelRefusals.tooLongText, { words: { row, limit: longestText } });

const less = 0x3c;
const slash = 0x2f;
const ampersand = 0x26;
const underscore = 0x5f;

/** Reads `xl/sharedStrings.xml`. */
export async function readSharedStrings(pieces: AsyncIterable<Piece>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  for await (const { bytes, prefix } of pieces) {
    let item = bytes.indexOf(`<${prefix}si`);
    while (item >= 0) {
      const next = bytes.indexOf(`<${prefix}si`, item + 3);
      addItem(strings, bytes.subarray(item, next < 0 ? bytes.length : next), prefix);
      item = next;
    }
  }
  return strings;
}

/** One `<si>`: most hold a single plain `<t>`, whose bytes are taken as they are. */
function addItem(strings: SharedStrings, item: Buffer, prefix: string): void {
  const open = item.indexOf(`<${prefix}t`);
  const from = open < 0 ? -1 : item.indexOf(">", open) + 1;
  const to = from <= 0 ? -1 : item.indexOf(less, from);
  if (
    to > 0 &&
    item[from - 2] !== slash &&
    isPlain(item, from, to) &&
    item.indexOf(`<${prefix}t`, to) < 0
  ) {
    strings.addBytes(item, from, to);
  } else {
    strings.add(richText(item.toString()));
  }
}

function isPlain(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === ampersand || bytes[at] === underscore) return false;
  }
  return true;
}

/** Joins the runs of a text; how it sounds (`rPh`, the pinyin above it) is not part of it. */
function richText(item: string): string {
  let text = "";
  let spoken = false;
  for (const [, closes, name, selfClosed, after] of item.matchAll(runPattern)) {
    const opens = closes === "" && selfClosed === "";
    if (name === "rPh") spoken = opens;
    if (name === "t" && opens && !spoken) text += after;
  }
  return decodeText(text);
}

const runPattern = /<(\/?)(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*?)?(\/?)>([^<]*)/g;
