// Finding what stands against a mediator (利害关系核查): their posts, their employers and what they declared.
import { type Decision, decide } from "@niangjia/engine/policy";
import { heldPosts, type PostHolder, postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { foldName } from "@niangjia/foundation/names";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { employmentsOf } from "@niangjia/registers/members";
import {
  findUnion,
  plainUnionName,
  type Union,
  unionsByIds,
} from "@niangjia/registers/organisations";
import type { DisputeFacts } from "./form.ts";
import { livingInterests } from "./interest-store.ts";
import { type ConflictFacts, conflict } from "./policy.ts";
import { refusals } from "./refusals.ts";

/** Firms are written with and without brackets, spaces and the name of the place before them. */
export const foldFirm = (name: string): string =>
  plainUnionName(name).replaceAll(/[\s（）()·]/g, "");

const sameFirm = (one: string, other: string): boolean => {
  const [left, right] = [foldFirm(one), foldFirm(other)];
  const shorter = Math.min(left.length, right.length);
  return (
    left === right || (shorter >= leastOfFirm && (left.includes(right) || right.includes(left)))
  );
};
/** Shorter words are part of too many names. */
const leastOfFirm = 4;

/** Everybody the form names. */
const peopleIn = ({ name, contact, representatives = [] }: DisputeFacts): string[] => [
  name,
  ...(contact ? [contact] : []),
  ...representatives.map((one) => one.name),
];

interface Side {
  readonly facts: DisputeFacts;
  /** Of the employer, when the applicant chose it and not only the county. */
  readonly employersUnion: Union | undefined;
}

async function factsOf(act: Act, holder: PostHolder, side: Side): Promise<ConflictFacts> {
  const { facts, employersUnion } = side;
  const { respondent } = facts;
  const names = new Set(peopleIn(facts).map(foldName));
  const ownName = holder.words.replace(/（.*$/, "");
  const posts = await heldPosts(act, holder.accountId);
  const unions = await unionsByIds(
    act,
    posts.map(({ orgId }) => orgId),
  );
  const works = await employmentsOf(act, holder.personId);
  const interests = await livingInterests(act, holder.accountId);
  const touching = interests.filter(
    ({ name }) => sameFirm(name, respondent) || names.has(foldName(name)),
  );
  return {
    party: names.has(foldName(ownName)),
    sameEmployer: works.some(({ employer }) => sameFirm(employer, respondent)),
    sameUnion: posts.some(
      ({ orgId, orgPath: path }) =>
        (employersUnion !== undefined && contains(employersUnion.path, orgPath(path))) ||
        sameFirm(unions.get(orgId)?.name ?? "", respondent),
    ),
    declared: [...new Set(touching.map(({ kind }) => kind))],
  };
}

const firmLevels = ["grassroots", "branch"];

export interface Cleared {
  readonly holder: PostHolder;
  readonly decision: Decision;
}

const isMediatorFor = ({ path }: Union, { role, orgPath: at }: PostHolder): boolean =>
  role === "mediator" && contains(orgPath(at), path);

/**
 * Lets whoever holds a post come to a dispute of this county, or act on it, with the decision why.
 * Refuses who has to do with a side (mediation.conflict), and of those who mediate it who is no
 * mediator there or above (mediation.not-mediator).
 */
export async function clear(
  act: Act,
  { post, mediates }: { readonly post: string; readonly mediates: boolean },
  { facts, county }: { readonly facts: DisputeFacts; readonly county: Union },
): Promise<Cleared> {
  const [holder] = await postHolders(act, [post]);
  if (!holder || (mediates && !isMediatorFor(county, holder))) {
    throw refuse(refusals.notMediator, { words: { name: county.name } });
  }
  const chosen = await findUnion(act, facts.union);
  const employersUnion = chosen && firmLevels.includes(chosen.level) ? chosen : undefined;
  const found = await asHouse(act, (house) => factsOf(house, holder, { facts, employersUnion }));
  const decision = decide(conflict, {
    ...{ day: dayOf(act.now), place: county.division, facts: found },
  });
  if (decision.verdict === "clear") return { holder, decision };
  const why = decision.reasons.map(({ words }) => words).join("；");
  throw refuse(refusals.conflict, { words: { why } });
}
