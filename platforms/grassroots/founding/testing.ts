// Ground of the tests of founding (测试): a firm that is to have a union, and the answers of its forms.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { usccCheckCharacter } from "@niangjia/foundation/uscc";
import { rooms } from "../../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";

export const openHouse = (): Promise<TestHouse> => openTestHouse();

/** Runs a sweep of the house by its name. */
export async function sweep(house: TestHouse, name: string): Promise<Record<string, number>> {
  const found = rooms.flatMap(({ sweeps = [] }) => sweeps).find((one) => one.name === name);
  if (!found) throw new Error(`no sweep ${name}`);
  return house.worker.sweep(found);
}

/** A credit code; those of firms begin with 91, of grassroots unions with 81. */
export function uscc(nth: number, prefix = "91"): string {
  const first17 = `${prefix}430121${String(nth).padStart(9, "0")}`;
  return first17 + usccCheckCharacter(first17);
}

/** The nth worker's identity number: born on 1996-05-18 unless said; odd ones are men. */
export function identityNumber(nth: number, birth = "19960518"): string {
  const first17 = `430121${birth}${String(nth).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

export const file = (client: Client, id: string, facts: object) =>
  client.post(`/api/cases/functions/founding.${id}/file`, { facts });

/** The smallest thing that is a PDF by its content. */
export const paper = (client: Client): Promise<string> =>
  client.upload("请示.pdf", Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"));

export const applyFacts = async (house: TestHouse, client: Client, changes: object = {}) => ({
  parent: await house.unionId(tree.xingsha),
  firm: "湖南星沙智造有限公司",
  uscc: uscc(1),
  firmType: "170",
  address: "长沙县星沙街道开元路 1 号",
  staff: 120,
  members: 86,
  women: 20,
  name: "湖南星沙智造有限公司工会委员会",
  way: "own",
  partyOrg: "星沙街道两新组织党委",
  group: [
    { name: "周正", role: "lead", phone: "13800000001" },
    { name: "李小满", role: "member", phone: "13800000002" },
  ],
  fromWorkers: true,
  noRelatives: true,
  papers: [await paper(client)],
  ...changes,
});

/** Of a meeting on 2026-12-01, after candidates were approved and made known from 24 to 30 November. */
export const electFacts = async (union: string, client: Client, changes: object = {}) => ({
  union,
  meeting: "all",
  day: "2026-12-01",
  termYears: "five",
  members: 86,
  women: 8,
  due: 86,
  present: 80,
  issued: 80,
  returned: 80,
  invalid: 1,
  candidates: 6,
  committeeNext: 43,
  candidatesApprovedDay: "2026-11-23",
  candidatesPapers: [await paper(client)],
  noticeFrom: "2026-11-24",
  noticeTo: "2026-11-30",
  committee: [
    { name: "周正", office: "chair", votes: 78 },
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
  chairIsHead: false,
  relatives: false,
  papers: [await paper(client)],
  ...changes,
});

export const publishFacts = (union: string, changes: object = {}) => ({
  union,
  chairPhone: "13800000001",
  officer: "李小满",
  officerPhone: "13800000002",
  members: [
    { name: "周正", idNumber: identityNumber(1), phone: "13800000001", occupation: "工程师" },
    { name: "李小满", idNumber: identityNumber(2), phone: "13800000002" },
    { name: "王丽", idNumber: identityNumber(4) },
  ],
  voluntary: true,
  ...changes,
});

/** Agrees to whatever waits for this person, the newest case first. */
export async function agree(
  client: Client,
  caseId: string,
  facts?: object,
): Promise<{ status: number; body: { status?: string; code?: string } }> {
  const shown = await client.get(`/api/cases/${caseId}`);
  const door = shown.body.can.find(
    ({ command, open }: { command: string; open: boolean }) => command === "agree" && open,
  );
  const command = { kind: "agree", task: door?.task, ...(facts ? { facts } : {}) };
  return client.post(`/api/cases/${caseId}/commands`, { command });
}

export interface Staff {
  readonly officer: Client;
  readonly chair: Client;
  readonly cadre: Client;
}

/** The officer and chair of the town above, the cadre of the county. */
export const staffOf = async (house: TestHouse): Promise<Staff> => ({
  officer: await house.signIn("officer", tree.xingsha),
  chair: await house.signIn("chair", tree.xingsha),
  cadre: await house.signIn("cadre", tree.changshaCounty),
});

/** All of them at the city's federation, above which only the province stands. */
export const cityStaffOf = async (house: TestHouse): Promise<Staff> => ({
  officer: await house.signIn("officer", tree.changsha),
  chair: await house.signIn("chair", tree.changsha),
  cadre: await house.signIn("cadre", tree.changsha),
});

/** A union in preparation, by its id, as approved on 2026-11-21. */
export async function prepared(
  house: TestHouse,
  { officer, chair }: Staff,
  changes: object = {},
): Promise<string> {
  const filed = await file(officer, "apply", await applyFacts(house, officer, changes));
  if (filed.status !== 200) throw new Error(JSON.stringify(filed.body));
  const agreed = await agree(chair, filed.body.id);
  if (agreed.body.status !== "approved") throw new Error(JSON.stringify(agreed.body));
  const { rows } = await house.owner.query(
    "select id from organisation.unions where state = 'preparing'",
  );
  return rows[0].id;
}

/** The same, with its first election approved; the clock stands on 2026-12-02. */
export async function elected(
  house: TestHouse,
  staff: Staff,
  changes: object = {},
): Promise<string> {
  const union = await prepared(house, staff, changes);
  house.clock.set("2026-12-02T09:00:00+08:00");
  const filed = await file(staff.officer, "elect", await electFacts(union, staff.officer));
  if (filed.status !== 200) throw new Error(JSON.stringify(filed.body));
  const agreed = await agree(staff.chair, filed.body.id);
  if (agreed.body.status !== "approved") throw new Error(JSON.stringify(agreed.body));
  return union;
}
