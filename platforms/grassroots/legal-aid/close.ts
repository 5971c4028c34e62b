// Closing a matter (结案评价): the worker says what came of it and rates the lawyer; what was won back
// counts as both say alike, or as the federation finds.

import {
  approve,
  byRule,
  cadreOf,
  choiceField,
  type FactsOf,
  flow,
  longTextField,
  moneyField,
  section,
  textField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { formatYuan } from "@niangjia/foundation/money";
import { tell } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import { selves } from "@niangjia/foundation/roles";
import {
  type Application,
  type Approved,
  caseFunction,
  type Deed,
  faultyFacts,
} from "@niangjia/registers/cases";
import { type EntryRow, lastOutcome } from "./journal-store.ts";
import {
  awaitsRating,
  changeMatter,
  lockMatter,
  mattersOf,
  type StoredMatter,
} from "./matter-store.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { results, stars } from "./words.ts";

const form = {
  outcome: section("办得怎么样", {
    aid: textField("援助案号", {
      required: false,
      maxLength: 20,
      help: "只有一件正在办的不用填；有几件的，填申请时的办件编号",
    }),
    result: choiceField("结果", results),
    recoveredFen: moneyField("追回多少钱", {
      help: "裁决、判决、和解定下的和已经拿到的合计；没有就填 0",
    }),
  }),
  rating: section("给律师打分", {
    stars: choiceField("满意吗", stars),
    words: longTextField("想说的话", { required: false, maxLength: 300 }),
  }),
  finding: section("认定", {
    countedFen: moneyField("认定的追回金额", {
      by: "handler",
      required: false,
      help: "职工和律师填的一样时不用填",
    }),
  }),
} as const;
type CloseFacts = FactsOf<typeof form>;

/** The matter meant: the one named, or the only one that runs or that the house closed unrated. */
async function matterIn(
  act: Act,
  accountId: string,
  { aid }: Pick<CloseFacts, "aid">,
): Promise<StoredMatter> {
  const open = (await asHouse(act, (house) => mattersOf(house, accountId))).filter(awaitsRating);
  if (open.length === 0) throw refuse(refusals.nothingOpen);
  const found = aid ? open.find(({ number }) => number === aid) : open[0];
  if (found && (aid || open.length === 1)) return found;
  const say = aid
    ? `您没有案号 ${aid} 的等着评价的援助，请核对。`
    : `您有 ${open.length} 件还没有评价：${open.map(({ number, respondent }) => `${number}（${respondent}）`).join("、")}，请填写是哪一件。`;
  throw faultyFacts([{ path: "aid", say }]);
}

const ownAccount = ({ actor }: Act): string => {
  if (actor.accountId === null) throw new Error("a worker has an account");
  return actor.accountId;
};

async function outcomeOf(act: Act, matter: StoredMatter): Promise<EntryRow> {
  const found = await asHouse(act, (house) => lastOutcome(house, matter.case_id));
  if (!found) throw refuse(refusals.noOutcome, { words: { lawyer: matter.lawyer ?? "" } });
  return found;
}

async function check(act: Act, { facts, applicant }: Application<CloseFacts>): Promise<void> {
  await outcomeOf(act, await matterIn(act, applicant.accountId, facts));
}

async function advise(act: Act, { facts, applicant }: Application<CloseFacts>): Promise<string[]> {
  const outcome = await outcomeOf(act, await matterIn(act, applicant.accountId, facts));
  const said = `律师填的结果是“${results[outcome.result!]}”，追回 ${formatYuan(outcome.recovered_fen!)}。`;
  return outcome.recovered_fen === facts.recoveredFen
    ? [said]
    : [`${said}和您填的不一样，总工会会核对后认定。`];
}

interface Counted {
  readonly matter: StoredMatter;
  readonly fen: number;
}

/** What counts as won back: as the federation found, or as both say. Refuses while they differ. */
async function counted(act: Act, { facts, applicant }: Application<CloseFacts>): Promise<Counted> {
  const matter = await matterIn(act, applicant.accountId, facts);
  const { recovered_fen } = await outcomeOf(act, matter);
  const { countedFen, recoveredFen } = facts;
  if (countedFen !== undefined) return { matter, fen: countedFen };
  if (recovered_fen === recoveredFen) return { matter, fen: recoveredFen };
  const [worker, lawyer] = [formatYuan(recoveredFen), formatYuan(recovered_fen!)];
  const say = `职工填 ${worker}，律师填 ${lawyer}，请核对后填写认定的金额。`;
  throw faultyFacts([{ path: "countedFen", say }]);
}

/** Who is asked beside the federation finds no sum. */
async function allows(act: Act, deed: Deed<CloseFacts>): Promise<void> {
  if (deed.action.kind === "agree" && !deed.beside) await counted(act, deed);
}

/** Asked again: the lawyer may have noted another outcome while somebody still had to sign. */
async function effect(act: Act, approved: Approved<CloseFacts>): Promise<string> {
  const { facts, caseId } = approved;
  const { matter, fen } = await counted(act, approved);
  await asHouse(act, async (house) => {
    const locked = await lockMatter(house, matter.case_id);
    if (!locked || !awaitsRating(locked)) throw refuse(refusals.nothingOpen);
    await changeMatter(house, matter.case_id, {
      ...{ state: "closed", close_case: caseId, closed_day: locked.closed_day ?? dayOf(act.now) },
      ...{ result: facts.result, recovered_fen: fen },
      ...{ stars: Number(facts.stars), stars_words: facts.words ?? null },
    });
  });
  await tell(act, {
    ...{ accountId: matter.lawyer_account!, title: "援助已结案" },
    body: `${matter.number}（${matter.respondent}）已结案，追回 ${formatYuan(fen)}，职工评价“${stars[facts.stars]}”。`,
  });
  return `已结案，认定追回 ${formatYuan(fen)}。`;
}

export const close = caseFunction({
  id: "legal-aid.close",
  title: "援助结案评价",
  says: "律师办完了，说说结果，给律师打个分",
  may: selves,
  words: ["评价律师", "结案", "援助评价"],
  parameters: parametersOn,
  version: 3,
  form,
  flow: flow(
    approve(cadreOf("union"), {
      ...{
        id: "close",
        title: "结案审核",
        verb: "结案",
        within: byRule("closeWithin"),
        onTimeout: "escalate",
      },
      ...{ rights: { countedFen: "write" }, basis: "本系统默认值" },
      adjustable: { addAfter: ["cadre"] },
    }),
  ),
  place: async (act, facts) => (await matterIn(act, ownAccount(act), facts)).org_id,
  summary: ({ result }) => results[result],
  oneRunningFor: (act, { aid }) => `${ownAccount(act)}/${aid ?? ""}`,
  check,
  advise,
  allows,
  effect,
});
