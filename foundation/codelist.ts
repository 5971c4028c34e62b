// Code list (代码表): the shape of a list and its dated versions; lists are in `codelist-*.ts`.
import type { Day } from "./day.ts";

/** A code, its official name, and other words people write for it. */
export type CodeEntry = readonly [code: string, name: string, ...alsoWritten: string[]];

/** In force from its day until the next version begins. */
export interface CodeVersion {
  /** The document, e.g. `GB/T 4658-2006`. */
  readonly version: string;
  /**
   * 1 January where only the year is known. Before the first version's day the first version is
   * read.
   */
  readonly from: Day;
  readonly entries: readonly CodeEntry[];
  /**
   * Codes of this version that the next one gives another code; codes not named here stay as they
   * are.
   */
  readonly becomes?: Readonly<Record<string, string>>;
}

export interface CodeList {
  /** What a person calls it. */
  readonly title: string;
  /** Oldest first. */
  readonly versions: readonly [CodeVersion, ...CodeVersion[]];
}
