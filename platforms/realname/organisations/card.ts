// One union (工会信息): its facts with their source and date, history, terms, moves, federations, numbers, what may
// be done.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type Fact,
  factFields,
  factHistory,
  factNames,
  factText,
  getUnion,
  lineAbove,
  memberRowsOf,
  movesOf,
  sourceKinds,
  terms,
  type Union,
  unionsByIds,
} from "@niangjia/registers/organisations";
import { type card as contract, refusals } from "./contract.ts";
import { countsAt } from "./numbers.ts";
import { isInReach, postOf } from "./reach.ts";
import { kindName, namedUnion, stateName } from "./words.ts";

type Card = Answer<typeof contract>;

const factShown = (fact: Fact): Card["facts"][number] => ({
  field: fact.field,
  title: factFields[fact.field].title,
  value: fact.value,
  text: factText(fact.field, fact.value),
  fromDay: fact.fromDay,
  toDay: fact.toDay,
  sourceName: sourceKinds[fact.source],
  sourceId: fact.sourceId,
  at: fact.at.toISOString(),
});

async function movesShown(act: Act, { id }: Union): Promise<Card["moves"]> {
  const moves = await movesOf(act, id);
  const parents = moves.flatMap(({ oldParentId, newParentId }) => [oldParentId, newParentId]);
  const byId = await unionsByIds(act, parents);
  return moves.map(({ at, oldParentId, newParentId, unions }) => ({
    at: at.toISOString(),
    from: byId.get(oldParentId)?.name ?? "",
    to: byId.get(newParentId)?.name ?? "",
    unions,
  }));
}

/** Federations it belongs to, or its members when it is one. */
async function federationsShown(act: Act, { id }: Union): Promise<Card["federations"]> {
  const rows = await memberRowsOf(act, id);
  const byId = await unionsByIds(
    act,
    rows.flatMap(({ federationId, unionId }) => [federationId, unionId]),
  );
  const named = (one: string) => ({ id: one, name: byId.get(one)?.name ?? "" });
  return rows.map(({ federationId, unionId, source, sourceId, sinceDay, untilDay }) => ({
    ...{ federation: named(federationId), union: named(unionId), sinceDay, untilDay },
    ...{ sourceName: sourceKinds[source], sourceId },
  }));
}

/** What may be applied for here, or why not. */
function doorsOf(union: Union): Card["can"] {
  const closed = union.state === "closed" ? "这个工会已经撤销。" : null;
  const top = union.parentId === null ? "最上级工会不能调整隶属关系。" : null;
  return [
    { id: "organisations.change", title: "信息变更", why: closed },
    { id: "organisations.reparent", title: "隶属关系调整", why: closed ?? top },
    { id: "organisations.register", title: "登记下级工会", why: closed },
  ].map((door) => ({ ...door, open: door.why === null }));
}

const inOrder = (facts: readonly Fact[]): Fact[] =>
  factNames.flatMap((field) => facts.filter((fact) => fact.field === field));

async function detailsOf(act: Act, union: Union) {
  const history = inOrder(await factHistory(act, union.id)).map(factShown);
  return {
    facts: history.filter(({ toDay }) => toDay === null),
    history,
    terms: (await terms(act, union.id)).map(({ id: _, ...term }) => term),
    moves: await movesShown(act, union),
    federations: await federationsShown(act, union),
    numbers: await countsAt(act, union.path),
    can: doorsOf(union),
  };
}

const nothing = {
  facts: [],
  history: [],
  terms: [],
  moves: [],
  federations: [],
  numbers: null,
  can: [],
};

/** Of a union above the post's own only name and place are shown. */
export async function showCard(act: Act, { params }: Asked<typeof contract>): Promise<Card> {
  const union = await getUnion(act, params.id);
  const inReach = isInReach(act, union);
  if (!inReach && !contains(union.path, orgPath(postOf(act).orgPath))) {
    throw refuse(refusals.notFound);
  }
  const names = {
    levelName: namedUnion(union).levelName,
    kindName: kindName(union),
    stateName: stateName(union),
  };
  const line = (await lineAbove(act, union.path)).map(namedUnion);
  const details = inReach ? await detailsOf(act, union) : nothing;
  return { union: { ...union, ...names }, line, inReach, ...details };
}
