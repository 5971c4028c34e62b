// Code lists (代码表): every list of a roster, read by code, name or common word as of a day.
import type { CodeEntry, CodeList, CodeVersion } from "./codelist.ts";
import * as person from "./codelist-person.ts";
import * as skill from "./codelist-skill.ts";
import * as union from "./codelist-union.ts";
import * as work from "./codelist-work.ts";
import { addCalendarDays, type Day } from "./day.ts";
import { cleanText } from "./text.ts";
import { faulty, taken, type Verdict } from "./verdict.ts";

export { keyGigOccupations } from "./codelist-work.ts";

export const codeLists = {
  sex: person.sex,
  "ethnic-group": person.ethnicGroup,
  "political-status": person.politicalStatus,
  "household-kind": person.householdKind,
  "document-kind": person.documentKind,
  education: skill.education,
  "skill-grade": skill.skillGrade,
  employment: work.employment,
  "gig-occupation": work.gigOccupation,
  "unit-kind": work.unitKind,
  industry: work.industry,
  "membership-change": union.membershipChange,
  "membership-change-reason": union.membershipChangeReason,
  "union-kind": union.unionKind,
  "yes-no": union.yesNo,
} as const satisfies Record<string, CodeList>;

export type ListName = keyof typeof codeLists;

/** A list as it stands on a day, for forms and templates. */
export interface ListOnDay {
  readonly list: ListName;
  readonly title: string;
  readonly version: string;
  readonly from: Day;
  /** Last day in force; undefined for the newest. */
  readonly to: Day | undefined;
  readonly entries: readonly { readonly code: string; readonly name: string }[];
}

export interface CodeReading {
  readonly list: ListName;
  readonly code: string;
  readonly name: string;
  readonly version: string;
  /** True when the text bore an older version's code or name; a note says which. */
  readonly mapped: boolean;
}

export type CodeFault = "empty" | "unknown" | "contradiction";

/** What a text may say, and what it means in the version in force. */
interface Meaning {
  readonly code: string;
  /** Undefined when the text is this version's own code or name. */
  readonly note?: string;
  readonly mapped: boolean;
}

interface Reader {
  readonly version: CodeVersion;
  readonly names: ReadonlyMap<string, string>;
  readonly meanings: ReadonlyMap<string, Meaning>;
}

/**
 * Brackets, quotes and separators say nothing, except between digits: 1.5 and 1/2 are not 15 and
 * 12.
 */
const key = (text: string): string =>
  cleanText(text)
    .toUpperCase()
    .replace(/[\s()[\]【】〔〕'"“”‘’]/g, "")
    .replace(/(?<!\d)[·、,.。_/\\:;-]|[·、,.。_/\\:;-](?!\d)/g, "");

/**
 * The code an older version's code has `steps` versions later, or undefined when none was given to
 * it.
 */
function laterCode(versions: readonly CodeVersion[], code: string): string | undefined {
  let current = code;
  for (const [index, version] of versions.slice(0, -1).entries()) {
    current = version.becomes?.[current] ?? current;
    if (!versions[index + 1]?.entries.some(([known]) => known === current)) return undefined;
  }
  return current;
}

function* meaningsOfOld(versions: readonly CodeVersion[], names: ReadonlyMap<string, string>) {
  const old = versions[0];
  for (const [oldCode, oldName, ...also] of old?.entries ?? []) {
    const code = laterCode(versions, oldCode);
    if (code === undefined) continue;
    const note = `旧代码“${oldCode} ${oldName}”对应现行“${code} ${names.get(code)}”`;
    for (const word of [oldCode, oldName, ...also]) {
      yield [key(word), { code, note, mapped: true }] as const;
    }
  }
}

function* meaningsOf(entries: readonly CodeEntry[]) {
  for (const [code, name, ...also] of entries) {
    for (const word of also) {
      const note = `“${word}”按“${code} ${name}”登记`;
      yield [key(word), { code, note, mapped: false }] as const;
    }
  }
  for (const [code, name] of entries) {
    yield [key(name), { code, mapped: false }] as const;
    yield [key(code), { code, mapped: false }] as const;
  }
}

/**
 * What a text means is settled by the version in force; where that is silent, by the newest older
 * version.
 */
function makeReader(versions: readonly CodeVersion[]): Reader {
  const version = versions.at(-1)!;
  const names = new Map(version.entries.map(([code, name]) => [code, name]));
  const older = versions.slice(0, -1).map((_, index) => versions.slice(index));
  const meanings = new Map<string, Meaning>([
    ...older.flatMap((since) => [...meaningsOfOld(since, names)]),
    ...meaningsOf(version.entries),
  ]);
  return { version, names, meanings };
}

const readers = new Map<CodeVersion, Reader>();

function readerOn(list: ListName, on: Day): Reader {
  const versions: readonly CodeVersion[] = codeLists[list].versions;
  const inForce = Math.max(
    0,
    versions.findLastIndex((version) => version.from <= on),
  );
  const version = versions[inForce]!;
  const reader = readers.get(version) ?? makeReader(versions.slice(0, inForce + 1));
  readers.set(version, reader);
  return reader;
}

/** A spreadsheet that takes 01 for a number leaves 1; lists that begin at 01 have no code 1. */
function findMeaning({ meanings }: Reader, word: string): Meaning | undefined {
  const found = meanings.get(word);
  if (found || !/^\d$/.test(word)) return found;
  const padded = meanings.get(`0${word}`);
  return padded && { ...padded, note: padded.note ?? `代码补全为 ${padded.code}` };
}

/** `21-大学本科毕业`, `01 汉族`: a code and a name together, as other systems export them. */
function splitCodeAndName(text: string): [string, string] | undefined {
  const parts = /^([0-9A-Z]{1,3})[^0-9A-Z]*?(\p{Script=Han}.*)$/iu.exec(cleanText(text));
  return parts ? [key(parts[1]!), key(parts[2]!)] : undefined;
}

/** Written where there is nothing to write. */
const blanks = new Set(["", "无", "暂无", "没有", "不详", "空", "NULL", "NA", "NONE"]);

/**
 * Reads a cell as a code of the list in force on a day. Understood: the code (with a lost leading
 * zero or an added `.0`), the name, common words for it, older codes and names (mapped, and a note
 * says so), a code and name together.
 */
export function readCode(list: ListName, text: string, on: Day): Verdict<CodeReading, CodeFault> {
  const reader = readerOn(list, on);
  const { title } = codeLists[list];
  const word = key(cleanText(text).replace(/^(\d+)\.0+$/, "$1"));
  let meaning = findMeaning(reader, word);
  const both = meaning ? undefined : splitCodeAndName(text);
  if (both) {
    const [byCode, byName] = both.map((part) => findMeaning(reader, part));
    if (byCode && byName && byCode.code !== byName.code) {
      return faulty("contradiction", `${title}的代码和名称对不上，请只留对的那个。`);
    }
    meaning = byCode && byName;
  }
  if (!meaning) {
    if (blanks.has(word)) return faulty("empty", `${title}没有填写，请补上。`);
    return faulty("unknown", `${title}里没有这一项，请从模板的下拉列表里选。`);
  }
  const { code, note, mapped } = meaning;
  const name = reader.names.get(code)!;
  const { version } = reader.version;
  return taken({ list, code, name, version, mapped }, note ? [note] : undefined);
}

/** The list as it stands on a day. */
export function listOn(list: ListName, on: Day): ListOnDay {
  const { version } = readerOn(list, on);
  const { title, versions } = codeLists[list];
  const next = (versions as readonly CodeVersion[])[versions.indexOf(version) + 1];
  return {
    list,
    title,
    version: version.version,
    from: version.from,
    to: next && addCalendarDays(next.from, -1),
    entries: version.entries.map(([code, name]) => ({ code, name })),
  };
}

/**
 * The name of a code in the version in force on the day it was recorded, else in the newest version
 * that has it; a code of no version shows itself.
 */
export function nameOf(list: ListName, code: string, recordedOn?: Day): string {
  const dated = recordedOn && readerOn(list, recordedOn).names.get(code);
  if (dated) return dated;
  const versions: readonly CodeVersion[] = codeLists[list].versions;
  const entries = versions.flatMap((version) => version.entries);
  return entries.findLast(([known]) => known === code)?.[1] ?? code;
}
