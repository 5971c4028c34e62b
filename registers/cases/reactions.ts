// Reactions (办件通知): applicants hear what became of their case; whoever has to decide hears that
// something waits.
import { accountOfPerson, holdersOf } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { formatDay } from "@niangjia/foundation/day";
import { tell } from "@niangjia/foundation/notices";
import type { Delivered } from "@niangjia/foundation/outbox";
import type { Reaction } from "@niangjia/foundation/worker";
import { caseLink } from "./contract.ts";
import { type OpenTask, waitingTasks } from "./desk-store.ts";
import { type Decided, type Ended, names, type OfTasks, type Returned } from "./events.ts";
import { actionsOf, findCase, type StoredCase } from "./store.ts";

interface Words {
  readonly title: string;
  readonly body: string;
}

const reaction = <Body extends { readonly caseId: string }>(
  on: string,
  run: (act: Act, row: StoredCase, body: Body) => Promise<void>,
): Reaction => ({
  on,
  name: `${on}.tell`,
  async run(act, event) {
    const { body } = event as Delivered<Body>;
    const row = await findCase(act, body.caseId);
    if (!row) throw new Error(`event ${event.id} tells of case ${body.caseId}, which is not there`);
    await run(act, row, body);
  },
});

/** The applicant, and the person it is about when somebody else applied for them. */
async function tellApplicant(act: Act, row: StoredCase, words: Words): Promise<void> {
  const subject = row.personId ? await accountOfPerson(act, row.personId) : undefined;
  for (const accountId of new Set([row.accountId, ...(subject ? [subject] : [])])) {
    await tell(act, { accountId, ...words, link: caseLink(row.id) });
  }
}

/** Everyone who could take the tasks; who may not is not troubled. */
async function tellHolders(
  act: Act,
  { row, numbers }: { readonly row: StoredCase; readonly numbers: readonly number[] },
  words: (task: OpenTask) => Words,
): Promise<void> {
  for (const task of await waitingTasks(act, row.id, numbers)) {
    for (const { accountId, personId } of await holdersOf(act, task)) {
      if (task.excluded.includes(accountId) || task.excluded.includes(personId)) continue;
      await tell(act, { accountId, ...words(task), link: caseLink(row.id) });
    }
  }
}

const byDay = ({ due }: OpenTask): string =>
  due === null ? "请及时办理。" : `请在 ${formatDay(due)} 前办理。`;

/** Words somebody typed, as a sentence among ours: with one full stop, theirs or ours. */
const closed = (words: string): string => (/[。！？!?…]$/u.test(words) ? words : `${words}。`);

/** What was said with an action, as a sentence; nothing when nothing was. */
async function opinionOf(act: Act, row: StoredCase, seq: number): Promise<string> {
  const said = (await actionsOf(act, row.id)).find(({ id }) => id === seq)?.opinion?.trim();
  return said ? closed(`原因：${said}`) : "";
}

const decided = reaction<Decided>(names.decided, async (act, row, { kind, status }) => {
  const onTheWay = status === "running" && kind !== "return";
  if (!onTheWay) return;
  await tellApplicant(act, row, {
    title: "您的申请有了新进度",
    body: `${row.title}（办件编号 ${row.number}）又通过了一步，正在继续办理。`,
  });
});

const returned = reaction<Returned>(names.returned, async (act, row, { seq }) => {
  const why = await opinionOf(act, row, seq);
  await tellApplicant(act, row, {
    title: "您的申请需要补正",
    body: `${row.title}（办件编号 ${row.number}）已退回。${why}请改好后重新提交。`,
  });
});

const endings: Record<Ended["status"], string> = {
  approved: "您的申请已办结",
  rejected: "您的申请没有通过",
  withdrawn: "您的申请已撤回",
};

const ended = reaction<Ended>(names.ended, async (act, row, { seq, status }) => {
  const result = status === "approved" ? row.outcome : await opinionOf(act, row, seq);
  await tellApplicant(act, row, {
    title: endings[status],
    body: `${row.title}（办件编号 ${row.number}）。${result ?? ""}`,
  });
});

const opened = reaction<OfTasks>(names.tasksOpened, (act, row, { tasks }) =>
  tellHolders(act, { row, numbers: tasks }, (task) => ({
    title: "您有新的待办",
    body: `${row.title}（办件编号 ${row.number}），${byDay(task)}`,
  })),
);

const urged = reaction<OfTasks>(names.urged, (act, row, { tasks }) =>
  tellHolders(act, { row, numbers: tasks }, (task) => ({
    title: "申请人催办",
    body: `${row.title}（办件编号 ${row.number}），${byDay(task)}`,
  })),
);

const reminded = reaction<OfTasks>(names.reminded, (act, row, { tasks }) =>
  tellHolders(act, { row, numbers: tasks }, ({ due }) => ({
    title: "待办已逾期",
    body: `${row.title}（办件编号 ${row.number}）${due ? `应在 ${formatDay(due)} 前办完` : ""}，请尽快办理。`,
  })),
);

export const caseReactions: readonly Reaction[] = [
  decided,
  returned,
  ended,
  opened,
  urged,
  reminded,
];
