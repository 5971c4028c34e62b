// The desk (工作台): what to do today, what was done, what one applied for, what one was let know of.
import { statuses } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import type { deskCounts, deskFunctions, ListName, desk as shown } from "./contract.ts";
import { countDesk, type DeskLine, deskFunctionsOf, deskPage, type Sitter } from "./desk-store.ts";
import { functionOf, type Offers } from "./functions.ts";
import { type Principal, principals } from "./standing-in.ts";
import { clockOf } from "./term.ts";

type Row = Answer<typeof shown>["rows"][number];

interface OwnSitter extends Sitter {
  readonly standsFor: readonly Principal[];
}

async function sitterOf(act: Act): Promise<OwnSitter> {
  const { accountId, personId, post } = act.actor;
  if (accountId === null || personId === null) throw new Error("a desk belongs to an account");
  return { accountId, personId, seat: post, standsFor: await principals(act) };
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
  const sitter = await sitterOf(act);
  const filter = { list, function: of, q, lateOn: late ? today : undefined };
  const sort = query.sort ?? (list === "todo" ? "due" : "-at");
  const [lines, total] = await Promise.all([
    deskPage(act, sitter, { ...filter, sort, page, size }),
    countDesk(act, sitter, filter),
  ]);
  const rows = lines.map((line) => {
    const principal = sitter.standsFor.find(({ accountId }) => accountId === line.principal);
    return rowOf(offers, principal?.words ?? null, { line, today });
  });
  return { rows, total, page, size };
}

export async function countDesks(act: Act): Promise<Answer<typeof deskCounts>> {
  const sitter = await sitterOf(act);
  const count = (list: ListName, lateOn?: Day) => countDesk(act, sitter, { list, lateOn });
  const [todo, late, done, mine, copied] = await Promise.all([
    count("todo"),
    count("todo", dayOf(act.now)),
    count("done"),
    count("mine"),
    count("copied"),
  ]);
  return { todo, late, done, mine, copied };
}

/** What a list can be narrowed down to, whatever page of it is looked at. */
export async function listDeskFunctions(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof deskFunctions>,
): Promise<Answer<typeof deskFunctions>> {
  const found = await deskFunctionsOf(act, await sitterOf(act), query.list);
  return {
    rows: found.map(({ id, count }) => ({ id, title: functionOf(offers, id).title, count })),
  };
}
