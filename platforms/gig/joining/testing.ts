// Ground of the tests of joining (测试): a house with an event under way, and workers who scan.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { casesRoom } from "@niangjia/registers/cases";
import { rooms } from "../../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { roomAt } from "./index.ts";

/** Where people reach the houses of these tests. */
export const address = "https://gh.example.gov.cn";

const joining = roomAt(address);

/** A house with joining as its one room of cases. */
export const openHouse = (): Promise<TestHouse> =>
  openTestHouse({
    rooms: [
      ...rooms.filter(({ word }) => word !== "cases" && word !== "joining"),
      casesRoom([joining]),
      joining,
    ],
  });

/** The nth worker's identity number: all born on 1996-05-18, at most 999 of them in a house. */
export function identityNumber(nth: number, birth = "19960518"): string {
  const first17 = `430121${birth}${String(nth).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

export const workerFacts = (code: string, nth: number, changes: object = {}) => ({
  invitation: code,
  name: "林小满",
  idNumber: identityNumber(nth),
  phone: `138${String(nth).padStart(8, "0")}`,
  gigOccupation: "02",
  voluntary: true,
  ...changes,
});

export const apply = (client: Client, facts: object, key?: string) =>
  client.post("/api/cases/functions/joining.scan/file", { facts }, key);

/** Of 2026-11-21, the day on which a test house wakes at nine. */
const eventOf = async (house: TestHouse, changes: object = {}) => ({
  union: await house.unionId(tree.firm),
  kind: "event",
  title: "星沙快递小哥集中入会",
  place: "星沙物流园",
  trade: "02",
  opensAt: "2026-11-21T08:00:00+08:00",
  closesAt: "2026-11-21T18:00:00+08:00",
  expiresAt: "2026-11-30T18:00:00+08:00",
  ...changes,
});

export interface Invited {
  readonly id: string;
  readonly code: string;
}

export async function makeEvent(
  house: TestHouse,
  officer: Client,
  changes: object = {},
): Promise<Invited> {
  const { status, body } = await officer.post(
    "/api/joining/invitations",
    await eventOf(house, changes),
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

export const resolved = {
  resolution: "星沙快递行业工会委员会第 12 次会议决议（星快工〔2026〕8 号）",
  resolutionDay: "2026-11-18",
} as const;
