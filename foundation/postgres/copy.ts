// COPY (批量写入): many rows into one table in one stream, in PostgreSQL's text format.
import { pipeline } from "node:stream/promises";
import type { Kysely } from "kysely";
import { from as copyFrom } from "pg-copy-streams";
import { clientOf } from "./connection.ts";

export type CopyValue = string | number | boolean | Buffer | Date | null;

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/** One value as COPY reads it (PostgreSQL manual, COPY, text format). */
function field(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") {
    return special.test(value) ? value.replace(/[\\\t\n\r]/g, (mark) => escapes[mark]!) : value;
  }
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number") return String(value);
  return value instanceof Date ? value.toISOString() : `\\\\x${value.toString("hex")}`;
}

/** Some 100 kB: few enough to be no crowd in memory, many enough to be few messages. */
const rowsAPiece = 100;

function* piecesOf(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let piece = "";
  let count = 0;
  for (const row of rows) {
    piece += `${row.map(field).join("\t")}\n`;
    count += 1;
    if (count % rowsAPiece > 0) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/**
 * Copies rows into `target`, such as `incoming (id, name)`, within the transaction. PostgreSQL refuses COPY into a table
 * with row-level security: copy into a temporary one and insert from there. Rows are asked for as they go out.
 */
export async function copyRows(
  tx: Kysely<object>,
  target: string,
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const stream = clientOf(tx).query(copyFrom(`copy ${target} from stdin`));
  await pipeline(piecesOf(rows), stream);
}
