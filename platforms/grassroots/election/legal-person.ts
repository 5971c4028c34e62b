// The legal person (法定代表人): the chair by law; where the union has a certificate, the change is to be filed.
import { citationWords } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { tell } from "@niangjia/foundation/notices";
import { dueBy } from "@niangjia/foundation/workdays";
import { changeFacts, factsOn, type Union } from "@niangjia/registers/organisations";
import { parametersOn } from "./parameters.ts";

interface NewChair {
  readonly union: Union;
  readonly name: string;
  readonly fromDay: Day;
  readonly caseId: string;
  /** Who is told to file the change. */
  readonly accountId: string;
}

/**
 * A union that is no legal person has a new one on record at once. One with a certificate keeps the
 * name on it until “组织信息变更” is decided: whoever applied is told by when to file it. Answers that
 * day, or null.
 */
export async function noteLegalPerson(act: Act, chair: NewChair): Promise<Day | null> {
  const { union, name, fromDay, caseId, accountId } = chair;
  const { uscc, legalPerson } = await factsOn(act, union.id, dayOf(act.now));
  if (legalPerson?.value === name) return null;
  if (!uscc) {
    const change = { unionId: union.id, fromDay: dayOf(act.now), facts: { legalPerson: name } };
    await changeFacts(act, change, { kind: "case", id: caseId });
    return null;
  }
  const { legalChangeWithin } = parametersOn(dayOf(act.now), union.division);
  const day = dueBy(legalChangeWithin.value, fromDay);
  const where = citationWords(legalChangeWithin.citation);
  await asHouse(act, (house) =>
    tell(house, {
      accountId,
      title: "请办理法定代表人变更",
      body: `“${union.name}”主席换为${name}，请在 ${formatDay(day)}前申请变更登记（${where}）。`,
      link: "/functions/organisations.change",
    }),
  );
  return day;
}

/** For the outcome of a case. */
export const filingWords = (day: Day | null): string =>
  day === null ? "" : `法定代表人变了，请在 ${formatDay(day)}前办理“组织信息变更”。`;
