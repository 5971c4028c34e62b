// A room for tests (测试事项): case functions of every kind of flow, whose effect can be seen and can be made to fail.
import {
  allSign,
  approve,
  chairOf,
  copy,
  type Definition,
  flow,
  idNumberField,
  longTextField,
  officerOf,
  personNameField,
  phoneField,
  review,
  unionField,
  workdays,
  yesNoField,
} from "@niangjia/engine/process";
import { maskName } from "@niangjia/foundation/masks";
import { tell } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import { rooms } from "../../server/rooms.ts";
import { openTestHouse, type TestHouse } from "../../server/testing.ts";
import { type CaseRoom, caseFunction, casesRoom } from "./index.ts";

const form = {
  union: unionField("所在工会", { prefill: "me.union" }),
  name: personNameField("姓名"),
  idNumber: idNumberField("身份证号", { prefill: "me.idNumber" }),
  phone: phoneField("手机号", { prefill: "me.phone" }),
  reason: longTextField("说明", { required: false }),
  breaks: yesNoField("办结时出故障", { required: false }),
  refuses: yesNoField("办结时被拒绝", { required: false }),
};

export const effectRefused = {
  code: "sample.refused",
  status: 409,
  say: "现在不能办结。",
  next: "请退回申请人。",
} as const;

/** What an effect leaves behind, to be counted. */
export const effectTitle = "事项已生效";

const sample = (word: string, flowOf: Definition) =>
  caseFunction({
    id: `sample.${word}`,
    title: "疗养申请",
    may: ["worker", "member", "officer"],
    words: ["休养"],
    version: 1,
    form,
    flow: flowOf,
    summary: ({ name }) => maskName(name),
    oneRunningFor: (_act, { idNumber }) => idNumber,
    async effect(act, { facts, applicant }) {
      await tell(act, { accountId: applicant.accountId, title: effectTitle, body: facts.name });
      if (facts.breaks) throw new Error("planted");
      if (facts.refuses) throw refuse(effectRefused);
      return "请凭办件编号报到。";
    },
  });

const officer = officerOf("union");
const within = workdays(2);

export const sampleRoom: CaseRoom = {
  word: "sample",
  title: "样例",
  platform: "benefits",
  cases: [
    sample("one", flow(review(officer, { within }), copy(officerOf("union.parent")))),
    sample("two", flow(review(officer, { within }), approve(chairOf("union"), { within }))),
    sample("all", flow(approve(allSign(officer, chairOf("union")), { within, distinct: true }))),
    sample("pass", flow(review(officer, { within, onTimeout: "pass" }))),
    sample("raise", flow(review(officer, { within, onTimeout: "escalate" }))),
  ],
};

/** A house with the sample functions beside the rooms it has. */
export const openSampleHouse = (options: { now?: string; closeAfter?: "caller" } = {}) =>
  openTestHouse({
    ...options,
    rooms: [...rooms.filter(({ word }) => word !== "cases"), casesRoom([sampleRoom])],
  });

/** Identity numbers that check out, one for each test that needs one of its own. */
export const idNumbers = [
  "11010519491231002X",
  "440524188001010014",
  "430121199001010015",
] as const;

/** Facts that fill the sample form. */
export async function sampleFacts(house: TestHouse, path: string, changes: object = {}) {
  return {
    union: await house.unionId(path),
    name: "林小满",
    idNumber: "11010519491231002X",
    phone: "13800138000",
    ...changes,
  };
}
