// Together (一并): several writes in one statement. A statement has a price of its own, whatever it does: its way to
// PostgreSQL, its portal, its snapshot.
import type { Kysely } from "kysely";
import { type Statement, sendMade } from "./connection.ts";

/** A statement that adds, changes or removes rows and answers none. */
export interface Write {
  readonly nth: number;
  readonly values: readonly unknown[];
}

const texts: string[] = [];

/** A write whose text never changes. Its parameters are numbered from one, each is given a value. */
export function write(text: string): (...values: readonly unknown[]) => Write {
  const nth = texts.push(text) - 1;
  return (...values) => ({ nth, values });
}

/** More than these make a statement that is long to plan and seldom met again. */
const writesAtMost = 12;

const joined = new Map<string, string>();

function textOf(writes: readonly Write[]): string {
  const key = writes.map(({ nth }) => nth).join();
  const known = joined.get(key);
  if (known !== undefined) return known;
  let before = 0;
  const [first, ...others] = writes.map(({ nth, values }) => {
    const shift = before;
    before += values.length;
    return texts[nth]!.replace(/\$(\d+)/g, (_, parameter) => `$${Number(parameter) + shift}`);
  });
  const along = others.map((text, index) => `w${index} as (${text})`);
  const text = along.length === 0 ? first! : `with ${along.join(", ")} ${first}`;
  joined.set(key, text);
  return text;
}

/**
 * Sends writes that know nothing of each other: none sees what another does, no two are of one row. The first is done
 * before the rest; should it be refused, nothing else was touched.
 */
export async function together(
  tx: Kysely<object>,
  writes: readonly Write[],
  options: Pick<Statement, "asAnybody"> = {},
): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (let from = 0; from < writes.length; from += writesAtMost) {
    const some = writes.slice(from, from + writesAtMost);
    const values = some.flatMap((one) => one.values);
    sent.push(sendMade(tx, { text: textOf(some), values, ...options }));
  }
  await Promise.all(sent);
}
