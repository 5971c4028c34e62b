// What may be done to a dispute (办理许可): an agreement says what holds in it, and nobody who has to do
// with a side comes to a dispute or decides anything of it, by whatever way.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { type Deed, faultyFacts } from "@niangjia/registers/cases";
import { paidFaults, termFaults } from "./agreement.ts";
import { type Cleared, clear } from "./conflict.ts";
import { type DisputeFacts, steps, type WritingStep } from "./form.ts";
import { insertAssignment } from "./interest-store.ts";

function faultsAt(act: Act, step: WritingStep, facts: DisputeFacts): FieldFault[] {
  if (step === "mediate") return termFaults(facts.terms ?? [], dayOf(act.now));
  return step === "seal" ? paidFaults(facts) : [];
}

const writingStep = (node: string | null): WritingStep | undefined =>
  node !== null && node in steps ? (node as WritingStep) : undefined;

/** Somebody whom an action brings to a dispute, or who acts on it. */
interface Involved {
  readonly post: string;
  /** Who mediates has to be a mediator; who accepts, or is asked beside, has not. */
  readonly mediates: boolean;
  /** The dispute comes to them by it. */
  readonly comes: boolean;
}

/** Where the applicant, or who recorded what they asked for, signs. */
const signing = "sign";

const passesOn: readonly string[] = ["transfer", "hand-over"];
const asksBeside: readonly string[] = ["delegate", "add-sign"];
const decides: readonly string[] = ["agree", "reject", "return", "claim"];

type Asked = Deed<DisputeFacts>;

const mediatesAt = ({ action: { node }, beside }: Asked): boolean =>
  !beside && (node === "mediate" || node === "seal");

/** Who follows on the post that signs for an applicant speaks for a side, and decides nothing. */
function handedTo(deed: Asked): Involved[] {
  const { kind, node, parties = [] } = deed.action;
  const passes = passesOn.includes(kind);
  const signs = kind === "hand-over" && node === signing;
  if (signs || (!passes && !asksBeside.includes(kind))) return [];
  const mediates = passes && mediatesAt(deed);
  return parties.flatMap(({ postId }) =>
    postId ? [{ post: postId, mediates, comes: mediates }] : [],
  );
}

/**
 * Whoever decides at any step but the applicant's own, one that the county added too. Giving a dispute
 * back to acceptance decides nothing of it: somebody else is put to it there.
 */
function decidedBy({ actor }: Act, deed: Asked): Involved[] {
  const { kind, node, to } = deed.action;
  const givesBack = kind === "return" && to === "accept";
  if (!actor.post || !decides.includes(kind) || node === signing || givesBack) return [];
  const mediates = mediatesAt(deed);
  return [{ post: actor.post.id, mediates, comes: mediates && kind === "claim" }];
}

function namedIn({ action, beside, facts }: Asked): Involved[] {
  const accepts = action.node === "accept" && action.kind === "agree" && !beside;
  if (!accepts || facts.decision !== "accept" || !facts.mediator) return [];
  return [{ post: facts.mediator, mediates: true, comes: true }];
}

async function keepAssignment(
  act: Act,
  { caseId, union }: Asked,
  { holder, decision }: Cleared,
): Promise<void> {
  await asHouse(act, (house) =>
    insertAssignment(house, {
      ...{ id: newId(act.now), case_id: caseId, org_path: union.path },
      ...{ post_id: holder.postId, account_id: holder.accountId },
      ...{ decision: JSON.stringify(decision), at: act.now, by_account: act.actor.accountId },
    }),
  );
}

/** Who is asked beside a step writes nothing, so that nothing of theirs can be wrong. */
export async function allows(act: Act, deed: Asked): Promise<void> {
  const { action, beside, facts, union } = deed;
  const step = writingStep(action.node);
  if (step && action.kind === "agree" && !beside) {
    const faults = faultsAt(act, step, facts);
    if (faults.length > 0) throw faultyFacts(faults);
  }
  for (const one of [...handedTo(deed), ...decidedBy(act, deed), ...namedIn(deed)]) {
    const cleared = await clear(act, one, { facts, county: union });
    if (one.comes) await keepAssignment(act, deed, cleared);
  }
}
