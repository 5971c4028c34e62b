// Rectifying (问题数据退回整改): a fault goes back to the union that owns the records, and is struck off when it is mended.
import {
  anySign,
  chairOf,
  choiceField,
  copy,
  type FactsOf,
  flow,
  longTextField,
  officerOf,
  review,
  textField,
  unionField,
  workdays,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { isId } from "@niangjia/foundation/ids";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { unionStaff } from "@niangjia/foundation/roles";
import { type Application, caseFunction } from "@niangjia/registers/cases";
import { checkTitles, countFailing, getRecord } from "@niangjia/registers/members";
import { refusals as memberRefusals } from "@niangjia/registers/members/contract";
import { refusals } from "./people-contract.ts";

const form = {
  union: unionField("整改的工会", { help: "本级和下级记录都在内" }),
  fault: choiceField("问题", checkTitles),
  person: textField("会员", {
    required: false,
    maxLength: 36,
    help: "只退回一个人的记录时，从数据质量清单里点“退回整改”会自动填好",
  }),
  note: longTextField("整改要求", { required: false, maxLength: 500 }),
} as const;
type Facts = FactsOf<typeof form>;

/**
 * How many records still bear the fault. As the house: who has moved to another union since is out of the officer's
 * sight, and must not count as mended by that. Of a person who was merged it is the record that stands for them.
 */
export function countLeft(
  act: Act,
  { path, personId, fault: code }: { path: OrgPath; personId: string | null; fault: string },
): Promise<number> {
  const of = personId === null ? { path } : { personId };
  return asHouse(act, (house) => countFailing(house, { code, of }));
}

const left = (act: Act, { facts, union, personId }: Application<Facts>): Promise<number> =>
  countLeft(act, { path: union.path, personId, fault: facts.fault });

/** A person named must be a member of the union the fault goes back to. */
async function refuseStranger(act: Act, { facts, union }: Application<Facts>): Promise<void> {
  if (facts.person === undefined) return;
  const { orgPath } = await getRecord(act, facts.person);
  if (!orgPath.startsWith(union.path)) throw refuse(memberRefusals.notFound);
}

function personOf(person: string | undefined): string | null {
  if (person !== undefined && !isId(person)) throw refuse(memberRefusals.notFound);
  return person ?? null;
}

/** The days are the house's own: no rule says how soon a record must be mended. */
const mending = flow(
  review(anySign(officerOf("union"), chairOf("union")), {
    title: "工会整改",
    within: workdays(5),
    onTimeout: "escalate",
  }),
  copy(officerOf("union.parent")),
);

export const rectify = caseFunction({
  id: "roster.rectify",
  title: "问题数据退回整改",
  says: "把有错的会员数据退回来源单位改正",
  may: unionStaff,
  words: ["数据整改", "错误数据", "退回修改", "销号"],
  form,
  flow: mending,
  version: 1,
  summary: ({ fault }) => checkTitles[fault] ?? fault,
  subject: (_act, { person }) => personOf(person),
  oneRunningFor: (_act, { union, fault, person }) => [union, fault, person ?? ""].join(" "),
  check: async (act, application) => {
    await refuseStranger(act, application);
    if ((await left(act, application)) === 0) throw refuse(refusals.nothingToMend);
  },
  effect: async (act, approved) => {
    const count = await left(act, approved);
    if (count > 0) throw refuse(refusals.notMended, { words: { count } });
    return `“${checkTitles[approved.facts.fault]}”已全部改好，销号。`;
  },
});
