// The bytes of an uploaded file (文件来源): in memory or on disk, read piece by piece so that size
// costs no memory.
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";

const pieceBytes = 256 * 1024;

export class Source {
  readonly size: number;
  readonly #bytes: Buffer | undefined;
  readonly #path: string;

  private constructor(size: number, bytes: Buffer | undefined, path: string) {
    this.size = size;
    this.#bytes = bytes;
    this.#path = path;
  }

  /**
   * Bytes are used as they are, not copied; a path is opened anew for each read, so nothing is left
   * open.
   */
  static async from(input: Uint8Array | string): Promise<Source> {
    if (typeof input !== "string") {
      const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
      return new Source(bytes.length, bytes, "");
    }
    await using handle = await open(input, "r");
    return new Source((await handle.stat()).size, undefined, input);
  }

  /** At most `length` bytes from `at`; fewer where the file ends. */
  async read(at: number, length: number): Promise<Buffer> {
    if (this.#bytes) return this.#bytes.subarray(at, at + length);
    await using handle = await open(this.#path, "r");
    return readFully(handle, at, Math.max(0, Math.min(length, this.size - at)));
  }

  /** The bytes from `from` up to, not including, `to`, in pieces. */
  stream(from = 0, to = this.size): Readable {
    if (to <= from) return Readable.from([]);
    if (this.#bytes) return Readable.from(piecesOf(this.#bytes.subarray(from, to)));
    return createReadStream(this.#path, { start: from, end: to - 1, highWaterMark: pieceBytes });
  }
}

async function readFully(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
