// Ground of the tests of elections (测试): a union in its term, and the answers of its forms.
import { markMember } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { enrol, enrolOne } from "@niangjia/registers/members";
import { beginTerm, getUnion, type Seat } from "@niangjia/registers/organisations";
import { rooms } from "../../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";

/** Runs a sweep of the house by its name. */
export async function sweep(
  house: TestHouse,
  name: string,
  subject?: string,
): Promise<Record<string, number>> {
  const found = rooms.flatMap(({ sweeps = [] }) => sweeps).find((one) => one.name === name);
  if (!found) throw new Error(`no sweep ${name}`);
  return house.worker.sweep(found, subject);
}

export const file = (client: Client, id: string, facts: object) =>
  client.post(`/api/cases/functions/election.${id}/file`, { facts });

/** The smallest thing that is a PDF by its content. */
export const paper = (client: Client): Promise<string> =>
  client.upload("请示.pdf", Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"));

/** Agrees to what waits for this person, with what they fill in there. */
export async function agree(client: Client, caseId: string, facts?: object) {
  const shown = await client.get(`/api/cases/${caseId}`);
  const door = shown.body.can.find(
    ({ command, open }: { command: string; open: boolean }) => command === "agree" && open,
  );
  if (!door) throw new Error(JSON.stringify(shown.body.can));
  const command = { kind: "agree", task: door.task, ...(facts ? { facts } : {}) };
  return client.post(`/api/cases/${caseId}/commands`, { command });
}

export interface Staff {
  /** Of the firm's union. */
  readonly officer: Client;
  /** Of the town's union above. */
  readonly above: Client;
  readonly cadre: Client;
}

const staffOf = async (house: TestHouse): Promise<Staff> => ({
  officer: await house.signIn("officer", tree.firm),
  above: await house.signIn("chair", tree.xingsha),
  cadre: await house.signIn("cadre", tree.changshaCounty),
});

export const firstCommittee: readonly Seat[] = [
  { body: "committee", office: "chair", name: "周正", votes: 70 },
  { body: "committee", office: "vice-chair", name: "李小满", votes: 66 },
  { body: "committee", office: "member", name: "王丽", votes: 60 },
];

/** A union gets a term of five years from a day, with a committee of three. */
export const inTerm = (house: TestHouse, path: string, from: string): Promise<string> =>
  seated(house, path, { from, seats: firstCommittee });

interface Term {
  readonly from: string;
  readonly seats: readonly Seat[];
}

/** A union gets a term of five years, led by 周正. */
async function seated(house: TestHouse, path: string, { from, seats }: Term): Promise<string> {
  const id = await house.unionId(path);
  await house.act(system("test"), (act) =>
    beginTerm(act, id, {
      ...{ fromDay: day(from), years: 5, chair: "周正" },
      elected: { seats, source: { kind: "demo", id: null } },
    }),
  );
  return id;
}

/** A house whose firm is in its first term, without more said from 2022-01-10 to 2027-01-09, with a committee of three. */
export async function openHouse(term: Partial<Term> = {}) {
  const house = await openTestHouse();
  const staff = await staffOf(house);
  const first = { from: "2022-01-10", seats: firstCommittee, ...term };
  const union = await seated(house, tree.firm, first);
  return { house, staff, union };
}

export function identityNumber(nth: number): string {
  const first17 = `43012119960518${String(nth).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

const unsaid = {
  ...{ ethnicGroup: null, education: null, politicalStatus: null, skillGrade: null },
  ...{ employment: null, householdKind: null, household: null, nativePlace: null },
  ...{ gigOccupation: null, migrantWorker: null, employer: null, phone: null, occupation: null },
};

/** Enrols so many members at a union, from the nth identity number on; every other is a woman. */
export async function enrolAt(
  house: TestHouse,
  path: string,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<void> {
  const id = await house.unionId(path);
  await house.act(system("test"), async (act) => {
    const union = await getUnion(act, id);
    const source = { kind: "demo", id: null, byAccount: null } as const;
    const enrolments = Array.from({ length: count }, (_, nth) => ({
      union,
      facts: {
        ...{ name: `会员${"甲乙丙丁戊己庚辛壬癸"[nth % 10]}`, sex: (from + nth) % 2 ? "1" : "2" },
        ...{ birthDay: day("1996-05-18"), documentKind: "111", ...unsaid },
        documentNumber: identityNumber(from + nth),
      },
      ...({ state: "active", joinedDay: day("2026-01-05"), change: "1", reason: null } as const),
    }));
    await enrol(act, source, enrolments);
  });
}

/** Somebody signed in who is a member at a union, known by the nth identity number. */
export async function memberAt(house: TestHouse, path: string, nth: number): Promise<Client> {
  const client = await house.signIn("member");
  const { accountId, personId } = client;
  const unionId = await house.unionId(path);
  await house.act(system("test"), async (act) => {
    const union = await getUnion(act, unionId);
    const facts = {
      ...{ ...unsaid, name: "林小满", sex: "2", birthDay: day("1996-05-18") },
      ...{ documentKind: "111", documentNumber: identityNumber(nth) },
    };
    const source = { kind: "demo", id: null, byAccount: null } as const;
    const joined = { state: "active", joinedDay: day("2026-01-05"), change: "1" } as const;
    await enrolOne(act, source, { union, facts, personId, ...joined, reason: null });
    await markMember(act, { accountId, personId, name: "林小满" });
  });
  return client;
}

export const renewFacts = async (union: string, client: Client, changes: object = {}) => ({
  union,
  kind: "renew",
  plannedDay: "2026-12-05",
  plannedMeeting: "all",
  plannedSeats: 5,
  partyOrg: "星沙街道两新组织党委",
  papers: [await paper(client)],
  ...changes,
});

/** Of a meeting on 2026-12-05, after candidates were approved and made known from 25 November to 1 December. */
export const resultFacts = async (client: Client, changes: object = {}) => ({
  ...{ day: "2026-12-05", meeting: "all", termYears: "five", members: 86, women: 8 },
  ...{ due: 86, present: 80, issued: 80, returned: 80, invalid: 1, candidates: 6 },
  ...{ committeeNext: 43, candidatesApprovedDay: "2026-11-24" },
  candidatesPapers: [await paper(client)],
  ...{ noticeFrom: "2026-11-25", noticeTo: "2026-12-01" },
  committee: [
    { name: "陈立新", office: "chair", votes: 78 },
    { name: "李小满", office: "vice-chair", votes: 70 },
    { name: "王丽", office: "member", votes: 66 },
    { name: "赵强", office: "member", votes: 60 },
    { name: "钱进", office: "member", votes: 55 },
  ],
  audit: [
    { name: "孙敏", office: "chair", votes: 76 },
    { name: "吴波", office: "member", votes: 70 },
    { name: "郑洁", office: "member", votes: 61 },
  ],
  womenCommittee: [{ name: "王丽", office: "chair" }],
  ...{ chairIsHead: false, relatives: false, chairPhone: "13800000001" },
  resultPapers: [await paper(client)],
  ...changes,
});
