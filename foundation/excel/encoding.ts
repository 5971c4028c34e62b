// Text encodings (文字编码) of csv files: UTF-8, UTF-16 with its mark, and GB18030, all turned into
// UTF-8.
import { kindNames } from "../files/sniff.ts";
import { refuse } from "../refusal.ts";
import { excelRefusals } from "./refusals.ts";
import type { Source } from "./source.ts";

export interface Encoding {
  readonly name: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
  /** Bytes of the byte order mark, to leave out. */
  readonly mark: number;
}

const marked: readonly (readonly [string, Encoding])[] = [
  ["efbbbf", { name: "utf-8", mark: 3 }],
  ["fffe", { name: "utf-16le", mark: 2 }],
  ["feff", { name: "utf-16be", mark: 2 }],
];
const unmarked: readonly Encoding[] = [
  { name: "utf-8", mark: 0 },
  { name: "gb18030", mark: 0 },
];

/** Tells the encoding by its mark or by reading all of the text. Refuses what fits none. */
export async function encodingOf(source: Source): Promise<Encoding> {
  const opening = (await source.read(0, 3)).toString("hex");
  const mark = marked.find(([hex]) => opening.startsWith(hex));
  for (const encoding of mark ? [mark[1]] : unmarked) {
    if (await fits(source, encoding)) return encoding;
  }
  throw refuse(excelRefusals.unknownEncoding);
}

async function fits(source: Source, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding.name, { fatal: true });
  let last: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of source.stream(encoding.mark) as AsyncIterable<Buffer>) {
      last = chunk;
      if (!encoding.name.startsWith("utf-16") && chunk.includes(0)) throw notText();
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (encoding.name === "utf-8" && isMostlyUtf8(last)) throw spoiled();
    return false;
  }
}

/**
 * UTF-8 with a spoiled place or a cut end must not be tried as GB18030: nearly any bytes are some
 * GB18030 text, and names would come in as other, real-looking characters.
 */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString();
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const chinese = text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return chinese > broken * 4;
}

const notText = () => refuse(excelRefusals.notTable, { words: { kind: kindNames.unknown } });
const spoiled = () => refuse(excelRefusals.damaged, { words: { where: "有的文字残缺不全" } });

/** The text without its mark, in chunks of UTF-8. */
export async function* utf8From(source: Source, encoding: Encoding): AsyncGenerator<Buffer> {
  const chunks = source.stream(encoding.mark) as AsyncIterable<Buffer>;
  if (encoding.name === "utf-8") {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding.name, { fatal: true });
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
