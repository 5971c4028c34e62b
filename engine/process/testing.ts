// A scene for tests (测试场景): a union under its federations, people with posts, and a case.
import { type Day, day, startOfDay } from "@niangjia/foundation/day";
import { childOf, type OrgPath, orgPath } from "@niangjia/foundation/orgpath";
import type { Role } from "@niangjia/foundation/roles";
import { dueBy } from "@niangjia/foundation/workdays";
import type { Definition } from "./definition.ts";
import { replay } from "./replay.ts";
import {
  type Action,
  type CaseState,
  type Command,
  draft,
  type Env,
  isRefusal,
  type Lineage,
  type Stepped,
} from "./state.ts";
import { step } from "./step.ts";

export const province = orgPath("/430000/");
export const city = childOf(province, "430100");
export const county = childOf(city, "430121");
export const firm = childOf(county, "0001");

const lineage: Lineage = [
  { orgPath: firm, level: null },
  { orgPath: county, level: "county" },
  { orgPath: city, level: "city" },
  { orgPath: province, level: "province" },
];

type Actor = Env["actor"];

/** Someone named, with a post when they act as staff. */
export const person = (name: string, role?: Role, at: OrgPath = firm): Actor => ({
  kind: role ? "staff" : "person",
  accountId: `account-${name}`,
  personId: `person-${name}`,
  post: role ? { id: `post-${name}`, role, orgId: at, orgPath: at } : null,
  name,
});

export const clock: Actor = {
  kind: "system",
  accountId: null,
  personId: null,
  post: null,
  name: "系统",
};

export const worker = person("林小满");
export const officer = person("周干事", "officer");
export const chair = person("吴主席", "chair");
export const cadre = person("郑科长", "cadre", county);

/** A Monday with plain weeks after it. */
export const monday = day("2026-03-02");

export const envAt = (today: Day, actor: Actor): Env => ({
  now: startOfDay(today),
  today,
  actor,
  due: dueBy,
  unions: { union: lineage },
});

/** A case that remembers itself. `act` must succeed; `turned` must be refused, gives the code. */
export function scene(definition: Definition, concerned?: readonly string[]) {
  let state: CaseState = draft;
  const actions: Action[] = [];
  const attempt = (actor: Actor, command: Command, today: Day) =>
    step(definition, state, command, { ...envAt(today, actor), concerned });
  return {
    get state() {
      return state;
    },
    actions,
    replayed: () => replay(definition, JSON.parse(JSON.stringify(actions))),
    act(actor: Actor, command: Command, today: Day = monday): Stepped {
      const outcome = attempt(actor, command, today);
      if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code}`);
      state = outcome.state;
      actions.push(...outcome.actions);
      return outcome;
    },
    turned(actor: Actor, command: Command, today: Day = monday): string {
      const outcome = attempt(actor, command, today);
      if (!isRefusal(outcome)) throw new Error(`not refused: ${command.kind}`);
      return outcome.code;
    },
  };
}

export const submit: Command = { kind: "submit" };
export const agree = (task: number): Command => ({ kind: "agree", task });
export const reject = (task: number): Command => ({
  kind: "reject",
  task,
  opinion: "材料与事实不符",
});
export const giveBack = (task: number, to?: string): Command => ({
  kind: "return",
  task,
  opinion: "请补正材料",
  to,
});
export const lapse = (task: number): Command => ({ kind: "lapse", task });
export const fulfil = (task: number): Command => ({ kind: "fulfil", task, opinion: "已经改好" });
