// The container of old Office files (OLE 复合文档): a small file system in a file ([MS-CFB]).
import { refuse } from "../refusal.ts";
import { excelRefusals } from "./refusals.ts";

const endOfChain = 0xfffffffe;
const lastSector = 0xfffffffa;
const headerSlots = 109;
const directoryEntryBytes = 128;
const streamType = 2;
const rootType = 5;

interface Place {
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** The streams of a container by name. Chains that leave the file or loop are refused. */
export class Container {
  readonly #file: Buffer;
  readonly #sectorBytes: number;
  readonly #next: Uint32Array;
  readonly #places: ReadonlyMap<string, Place>;

  constructor(file: Buffer) {
    if (file.length < 512) throw damaged();
    const shift = file.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.#file = file;
    this.#sectorBytes = 1 << shift;
    this.#next = this.#readTable();
    this.#places = this.#readDirectory();
  }

  has(name: string): boolean {
    return this.#places.get(name)?.type === streamType;
  }

  /** All bytes of a stream; small streams live in 64-byte pieces inside the root's own stream. */
  stream(name: string): Buffer {
    const place = this.#places.get(name);
    if (!place) throw damaged();
    if (place.size >= this.#file.readUInt32LE(56)) return this.#chain(place.start, place.size);
    const root = this.#places.get("");
    if (!root) throw damaged();
    const small = this.#chain(root.start, root.size);
    const table = numbers(this.#chain(this.#file.readUInt32LE(60)));
    const pieces = follow(place.start, table, (at) => small.subarray(at * 64, at * 64 + 64));
    return exactly(Buffer.concat(pieces), place.size);
  }

  /**
   * The sectors that hold the table of next sectors stand in the header, and past 109 in a chain of
   * their own.
   */
  #readTable(): Uint32Array {
    const count = this.#file.readUInt32LE(44);
    if (count * this.#sectorBytes > this.#file.length) throw damaged();
    const sectors: number[] = Array.from(numbers(this.#file.subarray(76, 76 + headerSlots * 4)));
    let more = this.#file.readUInt32LE(68);
    while (more <= lastSector && sectors.length < count) {
      const list = numbers(this.#sector(more));
      sectors.push(...list.subarray(0, -1));
      more = list.at(-1)!;
    }
    if (sectors.length < count) throw damaged();
    return numbers(Buffer.concat(sectors.slice(0, count).map((sector) => this.#sector(sector))));
  }

  #readDirectory(): Map<string, Place> {
    const directory = this.#chain(this.#file.readUInt32LE(48));
    const places = new Map<string, Place>();
    for (let at = 0; at + directoryEntryBytes <= directory.length; at += directoryEntryBytes) {
      const nameBytes = Math.min(64, Math.max(2, directory.readUInt16LE(at + 64)));
      const type = directory[at + 66]!;
      const name = type === rootType ? "" : directory.toString("utf16le", at, at + nameBytes - 2);
      if (type !== streamType && type !== rootType) continue;
      const start = directory.readUInt32LE(at + 116);
      places.set(name, { type, start, size: directory.readUInt32LE(at + 120) });
    }
    return places;
  }

  #chain(start: number, size?: number): Buffer {
    const bytes = Buffer.concat(follow(start, this.#next, (sector) => this.#sector(sector)));
    return size === undefined ? bytes : exactly(bytes, size);
  }

  #sector(number: number): Buffer {
    const at = (number + 1) * this.#sectorBytes;
    const sector = this.#file.subarray(at, at + this.#sectorBytes);
    if (sector.length < this.#sectorBytes) throw damaged();
    return sector;
  }
}

function follow(start: number, next: Uint32Array, piece: (at: number) => Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = start; at !== endOfChain; at = next[at]!) {
    if (at >= next.length || pieces.length > next.length) throw damaged();
    pieces.push(piece(at));
  }
  return pieces;
}

function exactly(bytes: Buffer, size: number): Buffer {
  if (bytes.length < size) throw damaged();
  return bytes.subarray(0, size);
}

const numbers = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: bytes.length >>> 2 }, (_, index) => bytes.readUInt32LE(index * 4));

const damaged = () => refuse(excelRefusals.damaged, { words: { where: "文件内容不连贯" } });
