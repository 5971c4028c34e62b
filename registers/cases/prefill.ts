// Prefill (预填): what the union already knows of whoever asks, so that a form does not ask for it
// again.
import { type Field, fieldsOf } from "@niangjia/engine/process";
import { phoneOf } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { type OwnRecord, ownRecord } from "../members/index.ts";
import { factsOn, findUnion, numbersAt, terms, type Union } from "../organisations/index.ts";
import type { CaseFunction, Facts } from "./function.ts";

type Prefill = NonNullable<Field["prefill"]>;
type Own = Partial<Record<Extract<Prefill, `me.${string}`>, string | null>>;

/** Before somebody is on file their account knows the phone they sign in with. */
async function knownOfMe(act: Act): Promise<Own> {
  const { actor } = act;
  if (actor.kind !== "person" || actor.accountId === null) {
    return { "me.union": actor.post?.orgId ?? null };
  }
  const record: Partial<OwnRecord> = (await ownRecord(act)) ?? {};
  return {
    "me.name": record.name ?? null,
    "me.idNumber": record.documentNumber ?? null,
    "me.phone": record.phone ?? (await phoneOf(act, actor.accountId)) ?? null,
    "me.sex": record.sex ?? null,
    "me.birthDay": record.birthDay ?? null,
    "me.education": record.education ?? null,
    "me.union": record.unionId ?? null,
  };
}

/** What a union shows of itself to its own staff and members. */
async function knownOfUnion(
  act: Act,
  { id, name, path }: Union,
  what: Prefill,
): Promise<string | number | null> {
  switch (what) {
    case "union.name":
      return name;
    case "union.uscc":
    case "union.address": {
      const facts = await factsOn(act, id, dayOf(act.now));
      return facts[what === "union.uscc" ? "uscc" : "address"]?.value ?? null;
    }
    case "union.chair": {
      const held = await terms(act, id);
      return held.find(({ endedDay }) => endedDay === null)?.chair ?? null;
    }
    case "union.memberCount":
      return (await numbersAt(act, path, ["members"])).members;
    default:
      return null;
  }
}

/**
 * Facts by field, as far as the form asks for what is known. Numbers are whole: mask them before
 * they are shown.
 */
export async function prefillOf(act: Act, { form }: CaseFunction): Promise<Facts> {
  const asked = fieldsOf(form).flatMap(([name, { prefill }]) =>
    prefill ? [{ name, prefill }] : [],
  );
  if (asked.length === 0) return {};
  const me = await knownOfMe(act);
  const ofUnion = asked.some(({ prefill }) => prefill.startsWith("union."));
  const union = ofUnion && me["me.union"] ? await findUnion(act, me["me.union"]) : undefined;
  const known: Record<string, unknown> = {};
  for (const { name, prefill } of asked) {
    const value =
      prefill in me ? me[prefill as keyof Own] : union && (await knownOfUnion(act, union, prefill));
    if (value !== null && value !== undefined) known[name] = value;
  }
  return known;
}
