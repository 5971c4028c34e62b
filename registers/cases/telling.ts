// Telling (办件告知): whom news of a case goes to, and what of it is said in words.
import { accountOfPerson, type Holder, holdersOf } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { formatDay } from "@niangjia/foundation/day";
import { tell } from "@niangjia/foundation/notices";
import type { Delivered } from "@niangjia/foundation/outbox";
import type { Reaction } from "@niangjia/foundation/worker";
import { caseLink } from "./contract.ts";
import { type OpenTask, waitingTasks } from "./desk-store.ts";
import { deputiesOf } from "./proxy-store.ts";
import { actionsOf, findCase, type StoredCase } from "./store.ts";

export interface Words {
  readonly title: string;
  readonly body: string;
  /** The case itself without. */
  readonly link?: string;
}

export const reaction = <Body extends { readonly caseId: string }>(
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
export async function tellApplicant(
  act: Act,
  row: StoredCase,
  wordsFor: (accountId: string) => Words,
): Promise<void> {
  const subject = row.personId ? await accountOfPerson(act, row.personId) : undefined;
  for (const accountId of new Set([row.accountId, ...(subject ? [subject] : [])])) {
    await tell(act, { accountId, link: caseLink(row.id), ...wordsFor(accountId) });
  }
}

/** Everyone who could take the tasks; who may not is not troubled. */
export async function tellHolders(
  act: Act,
  { row, numbers }: { readonly row: StoredCase; readonly numbers: readonly number[] },
  words: (task: OpenTask) => Words,
): Promise<void> {
  for (const task of await waitingTasks(act, row.id, numbers)) {
    const holders = await holdersOf(act, task);
    const own = holders.filter(({ accountId }) => accountId === task.holder);
    const named = task.holder === null ? holders : own;
    const asked = (named.length > 0 ? named : self(task)).filter(
      ({ accountId, personId }) =>
        !task.excluded.includes(accountId) && !task.excluded.includes(personId),
    );
    for (const accountId of await withDeputies(act, row, asked)) {
      await tell(act, { accountId, ...words(task), link: caseLink(row.id) });
    }
  }
}

/** Those asked, and who stands in for them today. */
async function withDeputies(
  act: Act,
  { function: fn }: StoredCase,
  asked: readonly Pick<Holder, "accountId">[],
): Promise<Set<string>> {
  const accounts = asked.map(({ accountId }) => accountId);
  const deputies = await deputiesOf(act, { accounts, fn });
  return new Set([...accounts, ...deputies.map(({ deputy }) => deputy)]);
}

/** Whom a task was given to by name at no post of theirs, as an applicant. */
const self = ({ holder }: OpenTask): Pick<Holder, "accountId" | "personId">[] =>
  holder === null ? [] : [{ accountId: holder, personId: holder }];

export const byDay = ({ due }: OpenTask): string =>
  due === null ? "请及时办理。" : `请在 ${formatDay(due)}前办理。`;

/** Words somebody typed, as a sentence among ours: with one full stop, theirs or ours. */
export const closed = (words: string): string =>
  /[。！？!?…]$/u.test(words) ? words : `${words}。`;

/** What was said with an action, as a sentence; nothing when nothing was. */
export async function opinionOf(act: Act, row: StoredCase, seq: number): Promise<string> {
  const said = (await actionsOf(act, row.id)).find(({ id }) => id === seq)?.opinion?.trim();
  return said ? closed(`原因：${said}`) : "";
}
