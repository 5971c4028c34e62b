// What may be done to a dispute (办理许可): steps leave filled in what they are for, and nobody who has
// to do with a side comes to a dispute or decides anything of it, by whatever way.
import { fieldsOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { type Deed, faultyFacts } from "@niangjia/registers/cases";
import { paidFaults, termFaults } from "./agreement.ts";
import { type Cleared, clear } from "./conflict.ts";
import { type DisputeFacts, form, steps, type WritingStep } from "./form.ts";
import { insertAssignment } from "./interest-store.ts";

const fields = new Map(fieldsOf(form));

/** What a step must leave filled in: the engine checks what was written, not what was left out. */
function missingAt(step: WritingStep, facts: Readonly<Record<string, unknown>>): FieldFault[] {
  return steps[step].flatMap((name): FieldFault[] => {
    const field = fields.get(name)!;
    const wanted = !field.when || facts[field.when.field] === field.when.is;
    if (!field.required || !wanted || facts[name] !== undefined) return [];
    return [{ path: name, say: `请填写${field.label}。` }];
  });
}

function faultsAt(act: Act, step: WritingStep, facts: DisputeFacts): FieldFault[] {
  return [
    ...missingAt(step, facts),
    ...(step === "mediate" ? termFaults(facts.terms ?? [], dayOf(act.now)) : []),
    ...(step === "seal" ? paidFaults(facts) : []),
  ];
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
  const signs = kind === "hand-over" && !writingStep(node);
  if (signs || (!passes && !asksBeside.includes(kind))) return [];
  const mediates = passes && mediatesAt(deed);
  return parties.flatMap(({ postId }) =>
    postId ? [{ post: postId, mediates, comes: mediates }] : [],
  );
}

/** Giving a dispute back to acceptance decides nothing of it: somebody else is put to it there. */
function decidedBy({ actor }: Act, deed: Asked): Involved[] {
  const { kind, node, to } = deed.action;
  const givesBack = kind === "return" && to === "accept";
  if (!actor.post || !decides.includes(kind) || !writingStep(node) || givesBack) return [];
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

/** Who is asked beside a step writes nothing, so that nothing of theirs can be missing. */
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
