// Ground of the tests of cards (测试): members with accounts, phones with keys, and tills.
import { markMember } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { keyPairFrom, type PrivateKey, type PublicKey, signerOf } from "@niangjia/foundation/cose";
import { present } from "@niangjia/foundation/presentation";
import { enrolAt, facts } from "../../../registers/members/testing.ts";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";

let people = 0;

/** Somebody on file at a union, signed in to their own account. */
export async function memberAt(
  house: TestHouse,
  path: string = tree.firm,
  changes: { readonly name?: string; readonly state?: "active" | "kept" } = {},
): Promise<Client> {
  people += 1;
  const { name = "欧阳小满", state = "active" } = changes;
  const [personId = ""] = await enrolAt(house, path, [{ ...facts(people, { name }), state }]);
  const client = await house.signIn("worker");
  const { accountId } = client;
  await house.act(system("test"), (act) => markMember(act, { accountId, personId, name }));
  return { ...client, personId };
}

export interface Phone extends PrivateKey, PublicKey {
  /** As the phone sends it. */
  readonly device: { readonly x: string; readonly y: string };
}

/** A phone that made its key; each `nth` makes its own. */
export async function phone(nth = 1): Promise<Phone> {
  const pair = keyPairFrom(new Uint8Array(48).fill(nth));
  const raw = Uint8Array.from(pair.point);
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("raw", raw, curve, true, ["verify"]);
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", key);
  return { ...pair, device: { x, y } };
}

export const draw = (client: Client, { device }: Phone) => client.post("/api/card", { device });

/** The code a phone shows for the token it holds. */
export const codeOf = (token: string, by: Phone, at: string | Date): Promise<string> =>
  present(Buffer.from(token, "base64url"), signerOf(by), new Date(at));

export const scan = (till: Client, code: string) => till.post("/api/card/checks", { code });

/** When tests begin. */
export const morning = "2026-11-21T09:00:00+08:00";

/** A member with a card on a phone, and a till of a partner of the county. */
export async function furnish(house: TestHouse, path?: string) {
  const member = await memberAt(house, path);
  const device = await phone();
  const { body } = await draw(member, device);
  const till = await house.signIn("partner", tree.changshaCounty);
  const token: string = body.card.token;
  const show = (at: string | Date = morning, by = device) => codeOf(token, by, at);
  return { member, device, till, token, cardId: body.card.id as string, show };
}

export const cardsOf = async (house: TestHouse, personId: string) => {
  const { rows } = await house.owner.query(
    `select id, state, revoked_for, org_path, device_point is not null as bound, expires_at
     from business.cards where person_id = $1 order by issued_at, id`,
    [personId],
  );
  return rows;
};
