// A first look through a sheet (预读): how many rows are filled and what is merged, before any row is
// taken.
//
// Merged ranges stand behind the rows they concern. Reading a sheet through once before using it
// also means that a damaged or endless file is refused before its first row goes anywhere, and that
// progress can be shown.
import { refuse } from "../refusal.ts";
import { type Merge, readRange } from "./merges.ts";
import { excelRefusals } from "./refusals.ts";
import { piecesOf, tagsOf } from "./xml.ts";

export interface Survey {
  /** Rows with at least one value, the head among them. */
  readonly filledRows: number;
  readonly merges: readonly Merge[];
}

/** What was seen of a file's sheets, by their place in it. */
export type Surveys = Map<string, Survey>;

/** One with more merged cells is looked through again: keeping it would cost more memory than that costs time. */
const mergesKept = 1_000;

/** As `surveySheet`, or as it was seen before. */
export async function surveyOnce(
  surveys: Surveys | undefined,
  place: string,
  chunks: () => AsyncIterable<Buffer>,
): Promise<Survey> {
  const before = surveys?.get(place);
  if (before) return before;
  const survey = await surveySheet(chunks());
  if (survey.merges.length <= mergesKept) surveys?.set(place, survey);
  return survey;
}

const limits = { tailBytes: 64_000_000, merges: 200_000 };
/** Longer than any token looked for, so that none is lost between two chunks. */
const carryBytes = 64;

async function surveySheet(chunks: AsyncIterable<Buffer>): Promise<Survey> {
  const counter = new FilledRows();
  const tail: Buffer[] = [];
  let tailBytes = 0;
  for await (const { bytes, prefix } of piecesOf(chunks)) {
    const behind = tail.length > 0 ? bytes : counter.count(bytes, prefix);
    if (!behind) continue;
    tail.push(behind);
    tailBytes += behind.length;
    if (tailBytes > limits.tailBytes) throw refuse(excelRefusals.bomb);
  }
  return { filledRows: counter.rows, merges: mergesIn(Buffer.concat(tail)) };
}

/** Counts rows by hopping from the first value of a row to the row's end; no cell is read. */
class FilledRows {
  rows = 0;
  #inRow = false;
  #carry: Buffer = Buffer.alloc(0);

  /** Answers with what stands behind the rows once they have ended. */
  count(chunk: Buffer, prefix: string): Buffer | undefined {
    const bytes = Buffer.concat([this.#carry, chunk]);
    const end = bytes.indexOf(`</${prefix}sheetData>`);
    const rows = end < 0 ? bytes : bytes.subarray(0, end);
    const at = this.#hop(rows, prefix);
    this.#carry = bytes.subarray(Math.max(at, bytes.length - carryBytes));
    return end < 0 ? undefined : bytes.subarray(end);
  }

  #hop(rows: Buffer, prefix: string): number {
    const value = new NextOf(rows, [`</${prefix}v>`, `</${prefix}is>`, `</${prefix}f>`]);
    const rowEnd = `</${prefix}row>`;
    for (let at = 0; ; ) {
      const found = this.#inRow ? rows.indexOf(rowEnd, at) : value.from(at);
      if (found < 0) return at;
      if (!this.#inRow) this.rows += 1;
      this.#inRow = !this.#inRow;
      at = found + 1;
    }
  }
}

/**
 * The next place of any of a few tokens; each token is searched for only once past its last place.
 */
class NextOf {
  readonly #bytes: Buffer;
  readonly #tokens: readonly string[];
  readonly #places: number[];

  constructor(bytes: Buffer, tokens: readonly string[]) {
    this.#bytes = bytes;
    this.#tokens = tokens;
    this.#places = tokens.map(() => -1);
  }

  from(at: number): number {
    let nearest = Number.POSITIVE_INFINITY;
    for (const [index, token] of this.#tokens.entries()) {
      if (this.#places[index]! < at) {
        const place = this.#bytes.indexOf(token, at);
        this.#places[index] = place < 0 ? Number.POSITIVE_INFINITY : place;
      }
      nearest = Math.min(nearest, this.#places[index]!);
    }
    return nearest === Number.POSITIVE_INFINITY ? -1 : nearest;
  }
}

function mergesIn(tail: Buffer): Merge[] {
  const merges: Merge[] = [];
  const start = tail.indexOf("mergeCells");
  if (start < 0) return merges;
  const part = tail.subarray(start, tail.lastIndexOf("mergeCells"));
  for (const { name, attributes } of tagsOf(part)) {
    const merge = name === "mergeCell" ? readRange(attributes.ref ?? "") : null;
    if (merge) merges.push(merge);
    if (merges.length > limits.merges) throw refuse(excelRefusals.bomb);
  }
  return merges;
}
