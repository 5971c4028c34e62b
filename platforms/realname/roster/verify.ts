// Verifying (实名核验): every new or renamed record is asked about at the identity provider, and bears its verdict.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import type { LongJob, Step, Sweep, Work } from "@niangjia/foundation/worker";
import {
  type ClaimVerdict,
  claimsOf,
  claimsWaiting,
  getRecord,
  type IdentityClaim,
  isVerifiable,
  recordVerdicts,
  type Source,
} from "@niangjia/registers/members";
import { names, type VerifyAsked, verifyAsked } from "./events.ts";
import { type verify as contract, refusals } from "./people-contract.ts";
import type { IdentityProvider } from "./provider.ts";

const askedAtOnce = 8;
const claimsAStep = 500;
const sweepForMs = 30_000;

const source: Source = { kind: "provider", id: null, byAccount: null };

/** A few at a time. Those that came back are kept, and then what went wrong is thrown: the job is run again. */
async function askAll(provider: IdentityProvider, claims: readonly IdentityClaim[]) {
  const verdicts: ClaimVerdict[] = [];
  const failures: unknown[] = [];
  const waiting = [...claims];
  const ask = async (): Promise<void> => {
    for (let claim = waiting.pop(); claim && failures.length === 0; claim = waiting.pop()) {
      const { name, documentNumber: idNumber } = claim;
      try {
        verdicts.push({ ...claim, verdict: await provider.check({ name, idNumber }) });
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, ask));
  return { verdicts, failures };
}

type Counts = Record<"asked" | "matched" | "mismatched" | "unknown", number>;

/** Asks about these, outside any transaction, and writes what came back. */
async function settle(
  step: Step,
  provider: IdentityProvider,
  { claims, counts }: { readonly claims: readonly IdentityClaim[]; readonly counts: Counts },
): Promise<void> {
  const { verdicts, failures } = await askAll(provider, claims);
  await step((act) => recordVerdicts(act, source, verdicts));
  counts.asked += verdicts.length;
  for (const { verdict } of verdicts) counts[verdict] += 1;
  if (failures.length > 0) throw failures[0];
}

const none = (): Counts => ({ asked: 0, matched: 0, mismatched: 0, unknown: 0 });

/** Persons by id. Who has a verdict of `since` or later is left out, so that run twice it asks once. */
async function verifyPersons(
  step: Step,
  provider: IdentityProvider,
  { personIds, since }: { readonly personIds: readonly string[]; readonly since?: Date },
): Promise<Counts> {
  const counts = none();
  const claims = await step(async (act) => claimsOf(act, personIds, since ?? act.now));
  await settle(step, provider, { claims, counts });
  return counts;
}

/** Whoever has no verdict yet, page by page, for at most half a minute: other sweeps wait for this one. */
async function verifyWaiting(step: Step, provider: IdentityProvider): Promise<Counts> {
  const counts = none();
  const until = performance.now() + sweepForMs;
  let after: string | null = null;
  do {
    const last: string | null = after;
    const claims: IdentityClaim[] = await step((act) =>
      claimsWaiting(act, { after: last, atMost: claimsAStep }),
    );
    await settle(step, provider, { claims, counts });
    after = claims.length < claimsAStep ? null : claims.at(-1)!.personId;
  } while (after !== null && performance.now() < until);
  return counts;
}

/**
 * New and renamed records wait in the register itself, without a verdict; the sweep asks about them. An import of a
 * hundred thousand so makes no crowd of jobs, and after a failure of the provider nobody has to be remembered.
 * `subject` is one person's id.
 */
const sweep = (provider: IdentityProvider): Sweep => ({
  name: "roster.verify",
  title: "实名核验",
  cron: "*/2 * * * *",
  run: (step, subject) =>
    subject === undefined
      ? verifyWaiting(step, provider)
      : verifyPersons(step, provider, { personIds: [subject] }),
});

const askedJob = (provider: IdentityProvider): LongJob => ({
  on: names.verifyAsked,
  name: "roster.verify",
  async run(step, event) {
    const { personIds } = event.body as VerifyAsked;
    await verifyPersons(step, provider, { personIds, since: event.at });
  },
});

/** What the worker does about verifying; nothing where no provider is connected. */
export const verifyWork = (provider: IdentityProvider | null): Pick<Work, "longJobs" | "sweeps"> =>
  provider
    ? { longJobs: [askedJob(provider)], sweeps: [sweep(provider)] }
    : { longJobs: [], sweeps: [] };

/** Asks for one person's verdict by hand; it comes with the worker, since no request waits for the outside. */
export async function askVerdict(
  act: Act,
  { params }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const person = await getRecord(act, params.id);
  if (!isVerifiable(person.documentKind)) throw refuse(refusals.notVerifiable);
  await emit(act, verifyAsked(person.orgPath, { personIds: [person.id] }));
  return { asked: true };
}
