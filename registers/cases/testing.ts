// A room for tests (测试事项): case functions of every kind of flow, whose effect can be seen and can
// be made to fail.
import {
  allSign,
  applicant,
  approve,
  cadreOf,
  chairOf,
  copy,
  type Definition,
  filesField,
  flow,
  idNumberField,
  longTextField,
  notice,
  officerOf,
  otherwise,
  personNameField,
  phoneField,
  review,
  sub,
  timed,
  together,
  unionField,
  workdays,
  yesNoField,
} from "@niangjia/engine/process";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { maskName } from "@niangjia/foundation/masks";
import { tell } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import { rooms } from "../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { moveUnion } from "../organisations/index.ts";
import { type CaseRoom, caseFunction, casesRoom } from "./index.ts";

const form = {
  union: unionField("所在工会", { prefill: "me.union" }),
  name: personNameField("姓名"),
  idNumber: idNumberField("身份证号", { prefill: "me.idNumber" }),
  phone: phoneField("手机号", { prefill: "me.phone" }),
  reason: longTextField("说明", { required: false }),
  papers: filesField("证明材料", { required: false }),
  breaks: yesNoField("办结时出故障", { required: false }),
  moves: unionField("办结时移到", { required: false }),
  refuses: yesNoField("办结时被拒绝", { required: false }),
};

export const effectRefused = {
  code: "sample.refused",
  status: 409,
  say: "现在不能办结。",
  next: "请退回申请人。",
} as const;

/** What an effect leaves behind, to be counted. */
const effectTitle = "事项已生效";

const anyone: readonly Role[] = ["worker", "member", "officer"];

const sample = (word: string, flowOf: Definition, may = anyone) =>
  caseFunction({
    id: `sample.${word}`,
    title: "疗养申请",
    says: "累了，去疗养几天",
    may: [...may],
    words: ["休养"],
    version: 1,
    form,
    flow: flowOf,
    summary: ({ name }) => maskName(name),
    oneRunningFor: (_act, { idNumber }) => idNumber,
    async effect(act, { facts, applicant }) {
      await tell(act, { accountId: applicant.accountId, title: effectTitle, body: facts.name });
      if (facts.moves) await moveUnion(act, { unionId: facts.union, newParentId: facts.moves });
      if (facts.breaks) throw new Error("planted");
      if (facts.refuses) throw refuse(effectRefused);
      return "请凭办件编号报到。";
    },
  });

const officer = officerOf("union");
const chair = chairOf("union");
const within = workdays(2);

/** A sub-case about the same person. */
const part = (word = "one") =>
  sub(`sample.${word}`, {
    facts: { name: { field: "name" }, idNumber: { field: "idNumber" }, phone: { field: "phone" } },
  });
const parts = (word: string, onFailure: "go-on" | "reject") =>
  sample(word, flow(review(officer), { ...part(), onFailure }, approve(chair)));

const handled = timed(
  { within: workdays(8), overseer: cadreOf("union.county") },
  review(officer, {
    ...{ within: workdays(4), amber: 2, extendable: 3 },
    ...{ onTimeout: "raise", escalateTo: chair },
  }),
  review(officerOf("union.parent"), { within }),
);

const adjustable = flow(
  review(officer, {
    within,
    adjustable: { within: [1, 5], roles: ["chair"], addAfter: ["cadre"] },
  }),
  approve(chair, { adjustable: { drop: true } }),
);

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
    sample("move", flow(review(cadreOf("union.county")), copy(officer))),
    sample("refer", flow(review(cadreOf("union.county"))), ["mediator"]),
    parts("part", "reject"),
    parts("rest", "go-on"),
    sample("beside", flow(together(otherwise("甲", part("two")), otherwise("乙", review(chair))))),
    sample("notice", flow(review(officer), notice(workdays(3), officer), approve(chair))),
    sample("handled", handled),
    sample("posted", flow(review(officer), notice(workdays(3), officer))),
    sample("whole", timed({ within: workdays(3) }, review(officer), approve(chair))),
    sample("consent", flow(review(applicant()), approve(chair))),
    sample("report", flow(approve(applicant("officer")), approve(chairOf("union.parent")))),
    sample("local", adjustable),
  ],
};

/** A house with the sample functions beside the rooms it has. */
export const openSampleHouse = (options: { now?: string; closeAfter?: "caller" } = {}) =>
  openTestHouse({
    ...options,
    rooms: [...rooms.filter(({ word }) => word !== "cases"), casesRoom([sampleRoom])],
  });

/** An identity number that checks out, its own for each sequence up to 999. */
export function idNumber(sequence: number): string {
  const first17 = `43012119900101${String(sequence).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

/** Facts that fill the sample form. */
export async function sampleFacts(house: TestHouse, path: string, changes: object = {}) {
  return {
    union: await house.unionId(path),
    name: "林小满",
    idNumber: idNumber(1),
    phone: "13800138000",
    ...changes,
  };
}

/** Files a sample case; answers its id. */
export async function fileSample(
  client: Client,
  word: string,
  facts: object,
): Promise<{ id: string; number: string }> {
  const filed = await client.post(`/api/cases/functions/sample.${word}/file`, { facts });
  if (filed.status !== 200) throw new Error(JSON.stringify(filed.body));
  return filed.body;
}

export const give = (client: Client, id: string, command: object, facts?: object) =>
  client.post(`/api/cases/${id}/commands`, { command, ...(facts ? { facts } : {}) });

export const agree = (client: Client, id: string, task = 1) =>
  give(client, id, { kind: "agree", task });

/** How often an effect took place. */
export async function effects(house: TestHouse): Promise<number> {
  const { rows } = await house.owner.query(
    "select count(*)::int as n from business.notices where title = $1",
    [effectTitle],
  );
  return rows[0].n;
}

const loose = { within: [1, 5], addAfter: ["cadre"] } as const;

/** Both steps of the version before are called otherwise since. */
const revised = flow(
  review(officerOf("union"), { id: "first", title: "初审", within, adjustable: loose }),
  approve(chairOf("union"), { id: "last", title: "终审", within }),
);
const [firstVersion] = sampleRoom.cases!.filter(({ id }) => id === "sample.two");
/** The room after an update of the house: one function, in its second version. */
export const revisedRoom = {
  ...sampleRoom,
  cases: [{ ...firstVersion!, flow: revised, version: 2 }],
};

/** Three cases at two unions as the first version left them: the second at its second step. */
export async function fileOnVersionOne(
  house: TestHouse,
  { worker, officer }: { readonly worker: Client; readonly officer: Client },
): Promise<{ id: string; number: string }[]> {
  const filed: { id: string; number: string }[] = [];
  for (const [index, path] of [tree.firm, tree.firm, tree.otherFirm].entries()) {
    const facts = await sampleFacts(house, path, { idNumber: idNumber(index + 1) });
    const { id, number } = await fileSample(worker, "two", facts);
    filed.push({ id, number });
  }
  await agree(officer, filed[1]!.id);
  await asVersionOne(house);
  return filed;
}

/** What an update of the house leaves: cases on the flow they were filed on. */
async function asVersionOne({ owner }: TestHouse): Promise<void> {
  await owner.query(
    "insert into business.case_flows (function, version, definition) values ('sample.two', 1, $1)",
    [JSON.stringify(firstVersion!.flow)],
  );
  const named = (column: string) => `replace(replace(${column}::text,
    '"node": "first"', '"node": "review"'), '"node": "last"', '"node": "approve"')::jsonb`;
  await owner.query(`update business.cases set version = 1, state = ${named("state")}`);
  await owner.query(`update business.case_actions set action = ${named("action")}`);
}
