// Loading the demo (载入演示数据): the federation, its staff and its members, through the registers' own doors.

import { hashPassword, insertPost, openAccount } from "@niangjia/foundation/access";
import { type Act, system } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { paceSweep } from "@niangjia/registers/cases";
import { type Enrolment, enrol } from "@niangjia/registers/members";
import { plantUnions } from "@niangjia/registers/organisations";
import { sql } from "kysely";
import type { House } from "../app.ts";
import type { DemoUnion } from "./demo-union.ts";
import { loadElection } from "./election.ts";
import { personFacts, plantedUnion, stateOf } from "./facts.ts";
import { federationPath } from "./federations.ts";
import { loadFounding } from "./founding.ts";
import { loadJoining } from "./joining.ts";
import { loadLegalAid } from "./legal-aid.ts";
import { loadMediation } from "./mediation.ts";
import { demoMembers } from "./members.ts";
import type { DemoPerson } from "./people.ts";
import { loadProposals } from "./proposals.ts";
import { demoSeed } from "./seed.ts";
import { type DemoAccount, demoAccounts } from "./staff.ts";
import { demoUnions, isShownFirm, showcase } from "./unions.ts";

const membersAtOnce = 4_000;
const source = { kind: "demo", id: null, byAccount: null } as const;

export interface DemoOptions {
  readonly members: number;
  readonly progress?: (done: number, total: number, what: string) => void;
}

type Loading = Pick<House, "act">;

const asDemo = <T>(house: Loading, work: (act: Act) => Promise<T>): Promise<T> =>
  house.act(system("demo"), work);

async function unionIds(act: Act): Promise<Map<string, string>> {
  const { rows } = await sql<{ path: string; id: string }>`
    select path, id from organisation.unions`.execute(act.tx);
  return new Map(rows.map(({ path, id }) => [path, id]));
}

/** One hash for each kind of account, since all of a kind share a password. */
async function hashesOf(accounts: readonly DemoAccount[]): Promise<Map<string, string>> {
  const passwords = [...new Set(accounts.flatMap(({ password }) => password ?? []))];
  const hashed = await Promise.all(passwords.map(hashPassword));
  return new Map(passwords.map((password, nth) => [password, hashed[nth] ?? ""]));
}

async function openDemoAccount(
  act: Act,
  account: DemoAccount,
  place: { hashes: ReadonlyMap<string, string>; ids: ReadonlyMap<string, string> },
): Promise<string> {
  const { name, phone, password, totpSecret, role, title, unionPath } = account;
  const passwordHash = password === null ? undefined : place.hashes.get(password);
  const opened = await openAccount(act, {
    ...{ name, phone },
    ...(passwordHash ? { passwordHash } : {}),
    ...(totpSecret ? { totpSecret } : {}),
  });
  const orgId = unionPath === null ? undefined : place.ids.get(unionPath);
  if (role === "worker" || role === "member" || !orgId || unionPath === null)
    return opened.personId;
  const post = { id: newId(), accountId: opened.id, role, title, orgId, orgPath: unionPath };
  await insertPost(act, { ...post, fromDay: "2024-01-01", toDay: null }, "held");
  return opened.personId;
}

/** The tree and everybody who works for it, in one transaction. Answers the person of the member's account. */
async function loadUnionsAndStaff(house: Loading, unions: readonly DemoUnion[]): Promise<string> {
  const accounts = demoAccounts(demoSeed, unions);
  const hashes = await hashesOf(accounts);
  return asDemo(house, async (act) => {
    const ids = await plantUnions(act, unions.map(plantedUnion), source);
    let memberPerson = "";
    for (const account of accounts) {
      const personId = await openDemoAccount(act, account, { hashes, ids });
      if (account.kind === "member") memberPerson = personId;
    }
    await sql`update access.accounts set member = true
      where person_id = ${memberPerson}`.execute(act.tx);
    return memberPerson;
  });
}

async function* batches<T>(items: Iterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function enrolmentOf(
  person: DemoPerson,
  unions: ReadonlyMap<string, Enrolment["union"]>,
): Enrolment {
  const union = unions.get(person.unionPath);
  if (!union) throw new Error(`the demo has no union at ${person.unionPath}`);
  const state = stateOf(person);
  const change = state === "kept" ? "3" : "1";
  const { joinedDay } = person;
  return { union, facts: personFacts(person), state, joinedDay, change, reason: null };
}

async function isLoaded(house: Loading): Promise<boolean> {
  return asDemo(house, async (act) => (await unionIds(act)).size > 0);
}

async function memberPersonOf(house: Loading): Promise<string | undefined> {
  return asDemo(house, async (act) => {
    const { rows } = await sql<{ id: string }>`
      select person_id as id from access.accounts where member limit 1`.execute(act.tx);
    return rows[0]?.id;
  });
}

/**
 * Loads the demo, or goes on where an earlier loading was cut off: enrolling the same people twice is enrolling them
 * once. Answers how many members there are to be.
 */
export async function loadDemo(house: Loading, options: DemoOptions): Promise<number> {
  const unions = demoUnions(demoSeed);
  const firstPerson = (await isLoaded(house))
    ? await memberPersonOf(house)
    : await loadUnionsAndStaff(house, unions);
  const ids = await asDemo(house, unionIds);
  const places = new Map(
    unions.map(({ path, divisionCode }) => [
      path as string,
      { id: ids.get(path) ?? "", path, division: divisionCode },
    ]),
  );
  let done = 0;
  const first: DemoPerson[] = [];
  for await (const batch of batches(
    demoMembers(demoSeed, options.members, unions),
    membersAtOnce,
  )) {
    const enrolments = batch.map((person, nth) => ({
      ...enrolmentOf(person, places),
      ...(done + nth === 0 && firstPerson ? { personId: firstPerson } : {}),
    }));
    await asDemo(house, (act) => enrol(act, source, enrolments));
    if (done === 0) first.push(...batch);
    done += batch.length;
    options.progress?.(done, options.members, "会员");
  }
  const worker = demoAccounts(demoSeed, unions).find(({ kind }) => kind === "worker")!;
  const unionPath = federationPath(showcase.town);
  await asDemo(house, (act) => loadJoining(act, { unionPath, worker }));
  await loadFounding(house, { townPath: unionPath, countyPath: federationPath(showcase.county) });
  await loadElection(house, {
    ...{ townPath: unionPath, countyPath: federationPath(showcase.county) },
    firmPath: unions.find(isShownFirm)!.path,
  });
  await loadMediation(house, { townPath: unionPath, countyPath: federationPath(showcase.county) });
  await loadLegalAid(house, { townPath: unionPath, countyPath: federationPath(showcase.county) });
  await loadProposals(house, { colleagues: colleaguesIn(first) });
  // Counted each night; a demo just loaded has pages to show today.
  await paceSweep.run((work) => house.act(system("cases.paces"), work));
  return done;
}

/** Two voting members of the union of the very first member, who has the demo's account. */
function colleaguesIn([member, ...others]: readonly DemoPerson[]) {
  return others
    .filter((person) => person.unionPath === member?.unionPath && stateOf(person) === "active")
    .flatMap(({ name, phone }) => (phone === null ? [] : { name, phone }))
    .slice(0, 2);
}
