// The desk (工作台): what to do today, what was done, what one applied for, what one was let know of.
import { statuses } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import type { deskCounts, deskFunctions, desk as shown } from "./contract.ts";
import { countDone, countMine, countUnread } from "./desk-count-store.ts";
import { countDesk, type DeskLine, deskFunctionsOf, deskPage, type Sitter } from "./desk-store.ts";
import { functionOf, type Offers } from "./functions.ts";
import { type Principal, principals } from "./standing-in.ts";
import { clockOf } from "./term.ts";

type Row = Answer<typeof shown>["rows"][number];

interface OwnSitter extends Sitter {
  readonly standsFor: readonly Principal[];
}

/** Whoever sits at their desk for nobody but themselves. */
function aloneAt({ actor: { accountId, personId, post } }: Act): OwnSitter {
  if (accountId === null || personId === null) throw new Error("a desk belongs to an account");
  return { accountId, personId, seat: post, standsFor: [] };
}

/**
 * What is asked of a desk, by its sitter. Few stand in for anybody: while that is asked, it is asked as if they did not,
 * and once more if they do.
 */
async function askedOf<T>(act: Act, ask: (sitter: OwnSitter) => Promise<T>) {
  const alone = aloneAt(act);
  const [standsFor, answer] = await Promise.all([principals(act), ask(alone)]);
  const sitter = { ...alone, standsFor };
  return { sitter, answer: standsFor.length === 0 ? answer : await ask(sitter) };
}

function rowOf(
  offers: Offers,
  standsFor: Row["standsFor"],
  { line, today }: { line: DeskLine; today: Day },
): Row {
  const { due, amber, urgedOn, principal: _account, at, filedAt, ...rest } = line;
  return {
    ...rest,
    standsFor,
    functionTitle: functionOf(offers, line.function).title,
    statusTitle: statuses[line.status],
    at: at.toISOString(),
    filedAt: filedAt.toISOString(),
    urged: urgedOn === today,
    clock: due === null ? null : clockOf(due, today, amber),
  };
}

export async function showDesk(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof shown>,
): Promise<Answer<typeof shown>> {
  const { list, page, size, function: of, q, late } = query;
  const today = dayOf(act.now);
  const filter = { list, function: of, q, lateOn: late ? today : undefined };
  const sort = query.sort ?? (list === "todo" ? "due" : "-at");
  const { sitter, answer } = await askedOf(act, (asking) =>
    Promise.all([
      deskPage(act, asking, { ...filter, sort, page, size }),
      countDesk(act, asking, filter),
    ]),
  );
  const [lines, total] = answer;
  const rows = lines.map((line) => {
    const principal = sitter.standsFor.find(({ accountId }) => accountId === line.principal);
    return rowOf(offers, principal?.words ?? null, { line, today });
  });
  return { rows, total, page, size };
}

/** Asked by every open desk each minute: what lies there is counted, of what is past a bounded part. */
export async function countDesks(act: Act): Promise<Answer<typeof deskCounts>> {
  const { answer } = await askedOf(act, (sitter) => {
    const toDo = (lateOn?: Day) => countDesk(act, sitter, { list: "todo", lateOn });
    return Promise.all([
      toDo(),
      toDo(dayOf(act.now)),
      countDone(act, sitter),
      countMine(act, sitter),
      countUnread(act, sitter),
    ]);
  });
  const [todo, late, done, mine, unread] = answer;
  const capped = { done: done.capped, mine: mine.capped };
  return { todo, late, done: done.count, mine: mine.count, unread, capped };
}

/** What a list can be narrowed down to, whatever page of it is looked at. */
export async function listDeskFunctions(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof deskFunctions>,
): Promise<Answer<typeof deskFunctions>> {
  const { answer } = await askedOf(act, (sitter) => deskFunctionsOf(act, sitter, query.list));
  return {
    rows: answer.map(({ id, count }) => ({ id, title: functionOf(offers, id).title, count })),
  };
}
