// Reactions (办件通知): applicants hear what became of their case; whoever has to decide hears that
// something waits.
import type { Action } from "@niangjia/engine/process";
import { formatDay } from "@niangjia/foundation/day";
import type { Reaction } from "@niangjia/foundation/worker";
import { ratingLink } from "./contract.ts";
import { type Decided, type Ended, names, type OfTasks, type Returned } from "./events.ts";
import { handled } from "./handled.ts";
import { actionsOf, type StoredCase } from "./store.ts";
import { byDay, closed, opinionOf, reaction, tellApplicant, tellHolders } from "./telling.ts";

const decided = reaction<Decided>(names.decided, async (act, row, { kind, status }) => {
  const onTheWay = status === "running" && kind !== "return";
  if (!onTheWay) return;
  await tellApplicant(act, row, () => ({
    title: "您的申请有了新进度",
    body: `${row.title}（办件编号 ${row.number}）又通过了一步，正在继续办理。`,
  }));
});

const returned = reaction<Returned>(names.returned, async (act, row, { seq }) => {
  const why = await opinionOf(act, row, seq);
  await tellApplicant(act, row, () => ({
    title: "您的申请需要补正",
    body: `${row.title}（办件编号 ${row.number}）已退回。${why}请改好后重新提交。`,
  }));
});

const invitation = "办得怎么样？请点开给个评价。";

const endings: Record<Ended["status"], string> = {
  approved: "您的申请已办结",
  rejected: "您的申请没有通过",
  withdrawn: "您的申请已撤回",
};

/** Whoever may rate how it was handled: the applicant, where it was decided and no post applied for others. */
const isInvited = ({ accountId, state }: StoredCase, { status }: Ended, told: string): boolean =>
  told === accountId && status !== "withdrawn" && state.applicant?.postId === null;

const ended = reaction<Ended>(names.ended, async (act, row, body) => {
  const { seq, status } = body;
  const result = status === "approved" ? row.outcome : await opinionOf(act, row, seq);
  const said = `${row.title}（办件编号 ${row.number}）。${result ?? ""}`;
  await tellApplicant(act, row, (accountId) =>
    isInvited(row, body, accountId)
      ? { title: endings[status], body: `${said}${invitation}`, link: ratingLink(row.id) }
      : { title: endings[status], body: said },
  );
});

/** How a task came to somebody by name, or why it was added. */
const handings: Partial<Record<Action["kind"], string>> = {
  transfer: "有一项待办转给了您",
  delegate: "有一项待办委派给您",
  "add-sign": "请您加签",
  "hand-over": "有一项待办交接给您",
  object: "有人对公示提出异议，请您处理",
};

const handingWords = ({ by, opinion }: Action): string =>
  `由${by.words}交办。${opinion ? closed(`说明：${opinion}`) : ""}`;

const opened = reaction<OfTasks>(names.tasksOpened, async (act, row, { seq, tasks }) => {
  const action = (await actionsOf(act, row.id)).find(({ id }) => id === seq)!;
  const title = handings[action.kind];
  const from = title && action.kind !== "object" ? handingWords(action) : "";
  await tellHolders(act, { row, numbers: tasks }, (task) => ({
    title: title ?? "您有新的待办",
    body: `${row.title}（办件编号 ${row.number}），${byDay(task)}${from}`,
  }));
});

const urged = reaction<OfTasks>(names.urged, (act, row, { tasks }) =>
  tellHolders(act, { row, numbers: tasks }, (task) => ({
    title: "申请人催办",
    body: `${row.title}（办件编号 ${row.number}），${byDay(task)}`,
  })),
);

const reminded = reaction<OfTasks>(names.reminded, async (act, row, { seq, tasks }) => {
  const { opinion } = (await actionsOf(act, row.id)).find(({ id }) => id === seq)!;
  await tellHolders(act, { row, numbers: tasks }, ({ due }) => ({
    title: "待办已逾期",
    body: `${row.title}（办件编号 ${row.number}）${due ? `应在 ${formatDay(due)} 前办完` : ""}，请尽快办理。${opinion}`,
  }));
});

export const caseReactions: readonly Reaction[] = [
  decided,
  returned,
  ended,
  opened,
  urged,
  reminded,
  handled,
];
