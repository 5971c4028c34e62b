// A scene for tests (测试场景): a union under its federations, people with posts, and a case.
import { type Day, day, startOfDay } from "@niangjia/foundation/day";
import { announcedHolidays } from "@niangjia/foundation/holidays";
import { childOf, type OrgPath, orgPath } from "@niangjia/foundation/orgpath";
import type { Role } from "@niangjia/foundation/roles";
import { calendarOf, dueBy, workdaysBetween } from "@niangjia/foundation/workdays";
import type { CaseFacts } from "./condition.ts";
import type { Status } from "./contract.ts";
import type { Definition } from "./definition.ts";
import { type Command, type Env, isRefusal, type Lineage, type Stepped } from "./outcome.ts";
import { reaches } from "./reach.ts";
import { openTasks } from "./reading.ts";
import { replay } from "./replay.ts";
import { type Action, type CaseState, draft, type Party } from "./state.ts";
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
export const clerk = person("孙干事", "officer");
export const legal = person("钱律师", "cadre");
export const stranger = person("外单位", "officer", childOf(county, "0002"));
export const countyOfficer = person("冯干事", "officer", county);
export const countyChair = person("陈主席", "chair", county);

/** Everybody a task can be handed to, by the id of their post. */
const posts: Readonly<Record<string, Party>> = Object.fromEntries(
  [officer, chair, cadre, clerk, legal, stranger, countyOfficer, countyChair].map((actor) => {
    const party = partyOf(actor);
    return [party.postId, party];
  }),
);

/** Somebody with a post, as a task is handed to them. */
export function partyOf({ post, accountId, personId, name }: Actor): Party {
  if (!post) throw new Error(`${name} has no post`);
  const { id: postId, role, orgPath: path } = post;
  return { postId, role, orgPath: orgPath(path), accountId, personId, words: name };
}

/** A Monday with plain weeks after it. */
export const monday = day("2026-03-02");

export const envAt = (today: Day, actor: Actor): Env => ({
  now: startOfDay(today),
  today,
  actor,
  due: (within, start) => dueBy(within, start),
  workdaysTo: (from, to) => workdaysBetween(from, to),
  unions: { union: lineage },
  posts,
});

/** The week after has other days off than when the terms were counted. */
const amended = calendarOf([
  ...announcedHolidays.slice(0, -1),
  {
    ...announcedHolidays.at(-1)!,
    off: ["2026-03-04..2026-03-06"],
    makeUp: ["2026-03-14", "2026-03-15"],
  },
]);

export const envToldBetter = (today: Day, actor: Actor): Env => ({
  ...envAt(today, actor),
  due: (within, start) => dueBy(within, start, amended),
});

/** The line of the union, with who holds a post on it. */
const heldBy = (staff: readonly Actor[]): Lineage =>
  lineage.map((one) => {
    const holders = staff.map(partyOf).filter(({ orgPath: at }) => at === one.orgPath);
    return { ...one, held: holders.map(({ role }) => role), holders };
  });

/** Some posts are held, now and then by the applicant; a third of the time it is not known. */
export function staffing(pick: number): Env["unions"] {
  if (pick % 3 === 0) return { union: lineage };
  const staff = lineage.flatMap(({ orgPath: at }, level) =>
    (["officer", "chair", "cadre"] as const).flatMap((role, nth) => {
      const draw = (pick + 7 * level + 11 * nth) % 13;
      return draw < 5 ? person(draw < 2 ? "甲" : `在岗${draw}`, role, at) : [];
    }),
  );
  return { union: heldBy(staff) };
}

/** A case that remembers itself. `act` must succeed; `turned` must be refused, gives the code. */
export function scene(definition: Definition, concerned?: readonly string[], facts?: CaseFacts) {
  let state: CaseState = draft;
  let plan = definition;
  let union = lineage;
  const actions: Action[] = [];
  const attempt = (actor: Actor, command: Command, today: Day) =>
    step(plan, state, command, { ...envAt(today, actor), unions: { union }, concerned, facts });
  return {
    get state() {
      return state;
    },
    /** Where it stands: the open steps, each once. */
    get at() {
      return [...new Set(openTasks(state).map(({ node }) => node))];
    },
    /** The ready task of a step, the first of them or that of somebody. */
    task(node: string, who?: Actor): number {
      const found = openTasks(state).find(
        (one) => one.node === node && (!who || reaches(one, who)),
      );
      if (!found) throw new Error(`nothing to do at ${node}`);
      return found.id;
    },
    /** From now on the case runs under another definition. */
    under(other: Definition) {
      plan = other;
    },
    /** From now on nobody else holds a post. */
    staffed(...staff: Actor[]) {
      union = heldBy(staff);
    },
    actions,
    replayed: () => replay(JSON.parse(JSON.stringify(actions))),
    act(actor: Actor, command: Command, today: Day = monday): Stepped {
      const outcome = attempt(actor, command, today);
      if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code}`);
      state = outcome.state;
      actions.push(...outcome.actions);
      return outcome;
    },
    /** What would come of it if these were the roles anybody holds at the union and the county. */
    seated(actor: Actor, command: Command, held: readonly Role[]): Stepped {
      const roles: readonly Role[] = ["officer", "chair", "cadre"];
      const union = lineage.map((one) => ({ ...one, held: one.orgPath === firm ? held : roles }));
      const outcome = step(plan, state, command, { ...envAt(monday, actor), unions: { union } });
      if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code}`);
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
export const sendBack = (task: number, to: string, afterwards: "on" | "back"): Command => ({
  ...{ kind: "return", task, opinion: "请重新核对", to, afterwards },
});
export const returnBack = (task: number): Command => ({
  ...{ kind: "return", task, opinion: "请补正材料", afterwards: "back" },
});
export const resubmit: Command = { kind: "resubmit" };
export const takeBack = (task: number): Command => ({ kind: "take-back", task });
const idOf = ({ post }: Actor): string => post?.id ?? "nobody";
export const addSign = (task: number, when: "before" | "after", ...who: Actor[]): Command => ({
  ...{ kind: "add-sign", task, when, posts: who.map(idOf) },
});
export const removeSign = (task: number): Command => ({ kind: "remove-sign", task });
export const transfer = (task: number, to: Actor): Command => ({
  ...{ kind: "transfer", task, to: idOf(to) },
});
export const delegate = (task: number, to: Actor): Command => ({
  ...{ kind: "delegate", task, to: idOf(to) },
});
export const handOver = (task: number, to: Actor): Command => ({
  ...{ kind: "hand-over", task, to: idOf(to) },
});
export const passOn = (to: Actor): Command => ({ kind: "hand-over", to: idOf(to) });
export const object = (token: number): Command => ({
  ...{ kind: "object", token, opinion: "公示名单有误" },
});
export const elapse = (token: number): Command => ({ kind: "lapse", token });
export const subEnded = (token: number, key: number, status: Status): Command => ({
  ...{ kind: "sub-ended", token, key, status },
});
export const fulfil = (task: number): Command => ({ kind: "fulfil", task, opinion: "已经改好" });
