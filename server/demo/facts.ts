// Facts of the demo (演示数据转换): drawn words as the registers' codes.
import { type ListName, readCode } from "@niangjia/foundation/codelists";
import type { PersonFacts } from "@niangjia/registers/members";
import type { PlantedUnion } from "@niangjia/registers/organisations";
import { type DemoUnion, unionKindCodes } from "./demo-union.ts";
import type { DemoPerson } from "./people.ts";
import { trades } from "./trades.ts";
import { demoToday } from "./unions.ts";

const codes = new Map<string, string>();

/** The code of a word the demo draws; every such word is one the lists know. */
function codeOf(list: ListName, word: string): string {
  const key = `${list} ${word}`;
  const known = codes.get(key);
  if (known !== undefined) return known;
  const read = readCode(list, word, demoToday);
  if (!read.ok) throw new Error(`the demo draws ${word}, which list ${list} does not know`);
  codes.set(key, read.value.code);
  return read.value.code;
}

const codeOrNull = (list: ListName, word: string | null): string | null =>
  word === null ? null : codeOf(list, word);

export function personFacts(person: DemoPerson): PersonFacts {
  return {
    name: person.name,
    sex: codeOf("sex", person.sex),
    birthDay: person.birthDay,
    documentKind: "111",
    documentNumber: person.idNumber,
    phone: person.phone,
    ethnicGroup: codeOf("ethnic-group", person.ethnicGroup),
    education: codeOf("education", person.education),
    politicalStatus: codeOf("political-status", person.politicalStatus),
    skillGrade: codeOrNull("skill-grade", person.skillGrade),
    employment: codeOf("employment", person.employmentStatus),
    householdKind: codeOf("household-kind", person.householdKind),
    household: person.household,
    nativePlace: person.nativePlace,
    occupation: person.occupation,
    gigOccupation: codeOrNull("gig-occupation", person.gigGroup),
    employer: person.employer,
    migrantWorker: person.migrantWorker,
  };
}

/** Who has retired keeps their membership without being counted (保留会籍). */
export const stateOf = (person: DemoPerson): "active" | "kept" =>
  person.employmentStatus === "退休" ? "kept" : "active";

export function plantedUnion(union: DemoUnion): PlantedUnion {
  const { path, name, level, kind, divisionCode, creditCode, employer, trade, term } = union;
  const branch = level === "branch";
  return {
    path,
    name,
    level,
    kind: unionKindCodes[kind],
    division: divisionCode,
    sinceDay: union.foundedDay,
    uscc: creditCode,
    employer: employer?.name ?? null,
    employerUscc: branch ? null : (employer?.creditCode ?? null),
    firmType: codeOrNull("unit-kind", employer?.firmType ?? null),
    industry: trade === null ? null : codeOf("industry", trades[trade].industry),
    staffCount: union.staffCount,
    legalPerson: creditCode === null ? null : term.chair,
    term: { number: term.number, fromDay: term.fromDay, toDay: term.toDay, chair: term.chair },
  };
}
