// Duplicates inside a file (文件内重复): the same document twice, found before the first row is taken in.
import { identityOf } from "@niangjia/registers/members";
import type { Fault } from "./faults.ts";
import { FirstRows } from "./first-rows.ts";
import type { RowIdentity } from "./read-row.ts";

/** The rows of one document. */
interface Group {
  readonly rows: { readonly row: number; readonly name: number }[];
  /** The row that stands for the person: the first one without faults of its own. */
  stands?: number;
}

const rowsAtMost = 2 ** 21;
const keyOf = ({ documentKind, documentNumber }: RowIdentity): string =>
  identityOf(documentKind, documentNumber);

/** FNV-1a over UTF-16: names are only told apart, so that a million of them need no memory. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** First walk: notes who is in which row, and keeps only those who are there more than once. */
export class DuplicateSearch {
  /** Row and name of the first of each document, packed into one number. */
  readonly #first = new FirstRows();
  readonly #groups = new Map<string, Group>();

  note(row: number, identity: RowIdentity): void {
    const key = keyOf(identity);
    const name = hashOf(identity.name);
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#first.add(key, name * rowsAtMost + row);
      return;
    }
    const group = this.#groups.get(key) ?? {
      rows: [{ row: first % rowsAtMost, name: Math.floor(first / rowsAtMost) }],
    };
    group.rows.push({ row, name });
    this.#groups.set(key, group);
  }

  found(): Duplicates {
    return new Duplicates(this.#groups);
  }
}

/** Second walk: judges the rows of each document that occurs more than once, in order. */
export class Duplicates {
  readonly #groups: ReadonlyMap<string, Group>;

  constructor(groups: ReadonlyMap<string, Group>) {
    this.#groups = groups;
  }

  get none(): boolean {
    return this.#groups.size === 0;
  }

  has(identity: RowIdentity): boolean {
    return this.#groups.has(keyOf(identity));
  }

  /** What is wrong with a row that is good by itself. The first one stands, unless names contradict each other. */
  judge(row: number, identity: RowIdentity): Fault | undefined {
    const group = this.#groups.get(keyOf(identity));
    if (!group) return undefined;
    const name = hashOf(identity.name);
    const contradicting = group.rows.find((other) => other.name !== name);
    const field = "documentNumber";
    if (contradicting) {
      return { code: "duplicate.file-name-differs", field, otherRow: contradicting.row };
    }
    if (group.stands !== undefined && group.stands !== row) {
      return { code: "duplicate.file", field, otherRow: group.stands };
    }
    group.stands = row;
    return undefined;
  }
}
