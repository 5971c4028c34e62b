// COPY (批量写入): many rows into one table in one stream, in PostgreSQL's text format.
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

/**
 * Copies rows into `target`, such as `incoming (id, name)`, within the transaction. PostgreSQL refuses COPY into a table
 * with row-level security: copy into a temporary one and insert from there.
 */
export async function copyRows(
  tx: Kysely<object>,
  target: string,
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  const stream = clientOf(tx).query(copyFrom(`copy ${target} from stdin`));
  const lines = rows.map((row) => row.map(field).join("\t"));
  await new Promise<void>((resolve, reject) => {
    stream.on("finish", resolve);
    stream.on("error", reject);
    stream.end(lines.length === 0 ? "" : `${lines.join("\n")}\n`);
  });
}
