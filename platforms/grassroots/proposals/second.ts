// Seconding (附议): members are invited, each seconds or declines in the App; with enough of them the proposal goes on.
import { openTasks } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import { orgPath } from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { readPhone } from "@niangjia/foundation/phone";
import { refuse } from "@niangjia/foundation/refusal";
import { findCase, fulfilCase } from "@niangjia/registers/cases";
import type { invite as inviteContract, second as secondContract } from "./contract.ts";
import { seconded } from "./events.ts";
import { colleagueAt, type Named, ownMembership, tellPerson } from "./member.ts";
import { refusals } from "./refusals.ts";
import { leastFor } from "./seconders.ts";
import {
  askAgain,
  type Colleague,
  countSeconded,
  findProposal,
  invite,
  type ProposalRow,
  say,
  secondersOf,
} from "./store.ts";
import { submit } from "./submit.ts";
import { proposalLink, seconding, states } from "./words.ts";

const inviteColleague = (
  house: Act,
  { case_id, org_path, person_id }: ProposalRow,
  { id, name }: Colleague,
): Promise<boolean> =>
  invite(house, {
    ...{ case_id, person_id: id, org_path, proposer_id: person_id, name_mask: maskName(name) },
    ...{ state: "invited", invited_at: house.now, said_at: null, record_id: null },
  });

const tellInvited = (act: Act, { proposer_mask, title, case_id }: ProposalRow, personId: string) =>
  tellPerson(act, personId, {
    title: "请您附议一件提案",
    body: `${proposer_mask}提出“${title}”，请看一看，同意就附议。`,
    link: proposalLink(case_id),
  });

/** Whom the form names is invited; who had answered is asked again when the text is another one. */
export async function keepSeconders(
  house: Act,
  row: ProposalRow,
  { named, changed }: { readonly named: readonly Named[]; readonly changed: boolean },
): Promise<void> {
  const asked = changed ? await askAgain(house, row.case_id) : [];
  for (const one of named) {
    const found = await colleagueAt(house, orgPath(row.org_path), one);
    if (found && (await inviteColleague(house, row, found))) asked.push(found.id);
  }
  for (const person of asked) await tellInvited(house, row, person);
}

/** A proposal with enough seconders goes on to be filed, in the house's name. */
export async function passIfSeconded(house: Act, caseId: string): Promise<void> {
  const found = await findCase(house, caseId);
  if (found?.status !== "running" || openTasks(found.state)[0]?.node !== "second") return;
  const row = await findProposal(house, caseId);
  const count = await countSeconded(house, caseId);
  if (!row || count < (await leastFor(house, row))) return;
  await fulfilCase(house, submit, { id: caseId, because: `已有 ${count} 位会员附议。` });
}

/** Not filed yet: an officer who sent it back for another text waits for them too. */
function refuseUnlessOpen({ state }: ProposalRow): void {
  if (state === "seconding" || state === "filing") return;
  throw refuse(refusals.notSeconding, { words: { state: states[state] } });
}

export async function secondProposal(
  act: Act,
  { params: { id }, body }: Asked<typeof secondContract>,
): Promise<Answer<typeof secondContract>> {
  const { personId } = await ownMembership(act);
  const row = await findProposal(act, id);
  if (!row) throw refuse(refusals.notFound);
  const asked = (await secondersOf(act, id)).find(({ person_id }) => person_id === personId);
  if (!asked) throw refuse(refusals.notAsked);
  refuseUnlessOpen(row);
  const state = body.seconds ? ("seconded" as const) : ("declined" as const);
  const said = await asHouse(act, (house) => say(house, id, { person_id: personId, state }));
  if (!said) throw refuse(refusals.alreadySaid, { words: { said: seconding[asked.state] } });
  await emit(act, seconded(row.org_path, { caseId: id }));
  return { state, stateName: seconding[state] };
}

function getPhone(text: string): string {
  const read = readPhone(text);
  if (read.ok) return read.value;
  throw refuse(refusals.faulty, {
    fields: [{ path: "phone", say: read.say }],
    words: { count: 1 },
  });
}

/** The proposer asks one more member, as when somebody declined. */
export async function inviteOne(
  act: Act,
  { params: { id }, body }: Asked<typeof inviteContract>,
): Promise<Answer<typeof inviteContract>> {
  const { personId } = await ownMembership(act);
  const row = await findProposal(act, id);
  if (!row) throw refuse(refusals.notFound);
  if (row.person_id !== personId) throw refuse(refusals.notProposer);
  refuseUnlessOpen(row);
  const named = { name: body.name, phone: getPhone(body.phone) };
  const found = await colleagueAt(act, orgPath(row.org_path), named);
  if (!found) throw refuse(refusals.colleagueUnknown);
  if (found.id === personId) throw refuse(refusals.notYourself);
  const isNew = await asHouse(act, (house) => inviteColleague(house, row, found));
  if (!isNew) throw refuse(refusals.invitedAlready);
  await asHouse(act, (house) => tellInvited(house, row, found.id));
  return { name: maskName(found.name) };
}
