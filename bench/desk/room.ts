// The room of the desk's benchmark (测试事项): one function that three people decide one after another,
// and its grant.
import {
  approve,
  cadreOf,
  chairOf,
  flow,
  longTextField,
  moneyField,
  officerOf,
  personNameField,
  phoneField,
  review,
  unionField,
  workdays,
} from "@niangjia/engine/process";
import { maskName } from "@niangjia/foundation/masks";
import type { Room } from "@niangjia/foundation/room";
import { caseFunction, casesRoom } from "@niangjia/registers/cases";
import { sql } from "kysely";
import { rooms } from "../../server/rooms.ts";
import type { Ground } from "../ground.ts";

export const functionId = "bench.grant";

/** Whose turn it is, step by step. */
export const deciders = ["officer", "chair", "cadre"] as const;

/** How many days each has. */
export const termDays = { officer: 2, chair: 2, cadre: 3 } as const;

export const grantFlow = flow(
  review(officerOf("union"), { within: workdays(termDays.officer) }),
  approve(chairOf("union"), { within: workdays(termDays.chair) }),
  approve(cadreOf("union.county"), { within: workdays(termDays.cadre) }),
);

/** The business row: what the case was for. */
export const makeGrants = ({ owner }: Ground): Promise<unknown> =>
  owner.query(`
    create table business.bench_grants (
      case_id uuid primary key,
      org_path text collate "C" not null,
      account_id uuid not null,
      amount_fen bigint not null,
      granted_at timestamptz not null);
    call house.by_union('business.bench_grants', 'insert')`);

const grant = caseFunction({
  id: functionId,
  title: "困难补助申请",
  says: "家里有困难，申请一次性补助",
  may: ["worker"],
  version: 1,
  form: {
    union: unionField("所在工会"),
    name: personNameField("姓名"),
    phone: phoneField("手机号"),
    amount: moneyField("申请金额", { maxFen: 500_000 }),
    reason: longTextField("困难情况"),
  },
  flow: grantFlow,
  summary: ({ name }) => maskName(name),
  async effect(act, { caseId, union, applicant, facts }) {
    const { accountId } = applicant;
    await sql`insert into business.bench_grants
      (case_id, org_path, account_id, amount_fen, granted_at)
      values (${caseId}, ${union.path}, ${accountId}, ${facts.amount},
        ${act.now})`.execute(act.tx);
    return "补助将在 5 个工作日内到账。";
  },
});

export const register: Room = casesRoom([{ word: "bench", title: "基准测试", cases: [grant] }]);

/** The rooms of every house, its case register running the one function. */
export const deskRooms: readonly Room[] = [
  ...rooms.filter(({ word }) => word !== register.word),
  register,
];

/** What an applicant types. */
export const answersAt = (union: string) => ({
  union,
  name: "林小满",
  phone: "13800138000",
  amount: 200_000,
  reason: "本人患病住院，家中老人需要照料，一时周转不开。",
});
