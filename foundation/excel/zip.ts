// Writes a zip (压缩) part by part as it comes, holding none of it: sizes and sums follow each part
// (APPNOTE 4.3.9).
import { pipeline } from "node:stream";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly bytes: Buffer | AsyncIterable<Buffer>;
}

interface Written {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
}

const version = 20;
const namesAreUtf8AndSizesFollow = 0x0808;
const deflated = 8;
/** A third of the time of the usual 6 for a file a tenth larger. */
const level = 3;
/** 1 January 1980, the first day a zip can name: the same content gives the same file. */
const firstDay = 0x0021;
const largest = 0xffffffff;

export async function* zip(parts: Iterable<Part>): AsyncGenerator<Buffer> {
  const directory: Written[] = [];
  let at = 0;
  for (const part of parts) {
    const written = { name: Buffer.from(part.name), at, crc: 0, compressedBytes: 0, bytes: 0 };
    const opening = Buffer.concat([localHeader(written.name), written.name]);
    yield opening;
    for await (const chunk of compressed(part.bytes, written)) {
      written.compressedBytes += chunk.length;
      yield chunk;
    }
    const closing = sizes(0x08074b50, written);
    yield closing;
    at += opening.length + written.compressedBytes + closing.length;
    if (at > largest || written.bytes > largest)
      throw new Error("a zip over 4 GiB is never written");
    directory.push(written);
  }
  yield ending(directory, at);
}

async function* compressed(
  bytes: Part["bytes"],
  sum: { crc: number; bytes: number },
): AsyncGenerator<Buffer> {
  const count = (chunk: Buffer): Buffer => {
    sum.crc = crc32(chunk, sum.crc);
    sum.bytes += chunk.length;
    return chunk;
  };
  if (Buffer.isBuffer(bytes)) {
    yield deflateRawSync(count(bytes), { level });
    return;
  }
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) yield count(chunk);
  }
  const deflater = createDeflateRaw({ level, chunkSize: 64 * 1024 });
  yield* pipeline(counted(bytes), deflater, () => {});
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(namesAreUtf8AndSizesFollow, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(firstDay, 12);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function sizes(signature: number, { crc, compressedBytes, bytes }: Written): Buffer {
  const record = Buffer.alloc(16);
  for (const [index, number] of [signature, crc, compressedBytes, bytes].entries()) {
    record.writeUInt32LE(number, index * 4);
  }
  return record;
}

function ending(directory: readonly Written[], at: number): Buffer {
  const entries = directory.flatMap((written) => [centralHeader(written), written.name]);
  const length = entries.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...entries, end]);
}

function centralHeader(written: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(version, 6);
  header.writeUInt16LE(namesAreUtf8AndSizesFollow, 8);
  header.writeUInt16LE(deflated, 10);
  header.writeUInt16LE(firstDay, 14);
  sizes(0, written).copy(header, 16, 4);
  header.writeUInt16LE(written.name.length, 28);
  header.writeUInt32LE(written.at, 42);
  return header;
}
