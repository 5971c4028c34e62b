// What was done at a task (办理消息): those it concerns beside its handlers hear of it.
import type { Action, CaseState, Seat, Task } from "@niangjia/engine/process";
import { holdersOf } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { tell } from "@niangjia/foundation/notices";
import { caseLink, noticeLink } from "./contract.ts";
import { type Handled, names } from "./events.ts";
import { seat } from "./places.ts";
import { actionsOf, type StoredCase } from "./store.ts";
import { byDay, closed, reaction, tellApplicant, tellHolders, type Words } from "./telling.ts";

interface News {
  readonly row: StoredCase;
  /** Live, as the case stands now. */
  readonly state: CaseState;
  readonly action: Action;
}

const caseWords = ({ title, number }: StoredCase): string => `${title}（办件编号 ${number}）`;

const saidIn = ({ opinion }: Action, heading: string): string =>
  opinion ? closed(`${heading}：${opinion}`) : "";

async function tellAll(
  act: Act,
  { row }: News,
  { accounts, words }: { readonly accounts: Iterable<string>; readonly words: Words },
): Promise<void> {
  for (const accountId of new Set(accounts)) {
    await tell(act, { accountId, link: caseLink(row.id), ...words });
  }
}

const accountsAt = async (act: Act, of: Seat): Promise<string[]> =>
  (await holdersOf(act, of)).map(({ accountId }) => accountId);

/** Whoever was let know, by name or by the post they hold. */
async function tellCopied(act: Act, news: News): Promise<void> {
  const { action, row, state } = news;
  const late = action.kind === "raise";
  const sent = (action.patch.copies ?? []).map(({ id }) => state.copies![id - 1]!);
  for (const { to, ...of } of sent) {
    const accounts = to?.accountId ? [to.accountId] : await accountsAt(act, of);
    const words = late
      ? {
          title: "办件逾期报告",
          body: `${caseWords(row)}已逾期未办，请督促办理。${action.opinion}`,
        }
      : {
          title: "抄送您一个办件",
          body: `${caseWords(row)}，由${action.by.words}抄送。${saidIn(action, "说明")}`,
        };
    await tellAll(act, news, { accounts, words });
  }
}

/** Whoever had the task that is gone again. */
async function tellTakenBack(act: Act, news: News): Promise<void> {
  const { action, row, state } = news;
  const gone = (action.patch.tasks ?? [])
    .map(({ id }) => state.tasks[id - 1]!)
    .filter(({ closed: over }) => over?.in === action.id);
  for (const { holder, ...of } of gone) {
    const accounts = holder?.accountId ? [holder.accountId] : await accountsAt(act, of);
    const body = `${caseWords(row)}由${action.by.words}拿回重办，您现在不用办理。`;
    await tellAll(act, news, { accounts, words: { title: "待办已被拿回", body } });
  }
}

async function tellAsked(act: Act, news: News): Promise<void> {
  const { action, row, state } = news;
  for (const { id } of action.patch.questions ?? []) {
    const { to, from, answer } = state.questions![id - 1]!;
    const asked = to?.accountId ?? row.accountId;
    const accounts = [answer ? from.accountId : asked].flatMap((one) => one ?? []);
    const words = answer
      ? { title: "您问的有了答复", body: `${caseWords(row)}。${saidIn(action, "答复")}` }
      : { title: "请您答复", body: `${caseWords(row)}。${saidIn(action, "问题")}` };
    await tellAll(act, news, { accounts, words });
  }
}

/** Who objected hears what came of it; the case itself is not for them to see. */
async function tellObjector(act: Act, { action, row }: News, task: Task): Promise<void> {
  const accountId = task.beside?.by.accountId;
  if (!accountId) return;
  const dismissed = action.kind === "agree";
  await tell(act, {
    ...{ accountId, link: noticeLink(row.id, task.token) },
    title: "您提出的异议已处理",
    body: `${dismissed ? "异议不成立，公示继续。" : "已采纳，这件事已退回或终止。"}${saidIn(action, "理由")}`,
  });
}

const dealtWith = ({ patch, id }: Action): Task[] =>
  (patch.tasks ?? []).filter(
    ({ beside, closed: over }) => beside?.how === "objection" && over?.in === id,
  );

const applicantWords = (kind: string, { row, action }: News): Words =>
  kind === "extend"
    ? { title: "办理期限已延长", body: `${caseWords(row)}。${saidIn(action, "原因")}` }
    : { title: "您的申请有了新进度", body: `${caseWords(row)}期满，正在继续办理。` };

/** Those at the tasks whose last day is another now; the applicant reads it at the case. */
const tellRecounted = (act: Act, { row, action }: News): Promise<void> =>
  tellHolders(act, { row, numbers: (action.patch.tasks ?? []).map(({ id }) => id) }, (task) => ({
    title: "待办期限有变",
    body: `${caseWords(row)}，${byDay(task)}期限已按${action.opinion || "新的放假安排"}重算。`,
  }));

/** Whoever is to mend the application in place of who handed it in. */
const tellPassedOn = (act: Act, news: News): Promise<void> =>
  tellAll(act, news, {
    accounts: [news.row.accountId],
    words: {
      title: "有一项申请交接给您补正",
      body: `${caseWords(news.row)}。${news.action.opinion}请按退回的原因改好后重新提交。`,
    },
  });

export const handled = reaction<Handled>(names.handled, async (act, row, { seq }) => {
  const action = (await actionsOf(act, row.id)).find(({ id }) => id === seq)!;
  const { state } = await seat(act, row.state);
  const news = { row, state, action };
  const { kind } = action;
  if (kind === "raise" || kind === "copy") await tellCopied(act, news);
  if (kind === "take-back") await tellTakenBack(act, news);
  if (kind === "ask" || kind === "answer") await tellAsked(act, news);
  if (kind === "extend" || kind === "elapse") {
    await tellApplicant(act, row, () => applicantWords(kind, news));
  }
  if (kind === "recount") await tellRecounted(act, news);
  if (kind === "hand-over") await tellPassedOn(act, news);
  for (const task of dealtWith(action)) await tellObjector(act, news, task);
});
