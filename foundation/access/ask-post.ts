// Asking for a post (申请岗位): the house asks on behalf of a decision, such as an election; it is held once the security
// administrator agrees, as every post is.
import type { Act } from "../act.ts";
import { record } from "../audit/record.ts";
import { dayOf } from "../day.ts";
import { asHouse } from "../elevate.ts";
import { newId } from "../ids.ts";
import { tell } from "../notices/index.ts";
import { lineageOf, orgPath } from "../orgpath.ts";
import type { Role } from "../roles.ts";
import { openAccount } from "./accounts.ts";
import { insertPost } from "./administration-store.ts";
import { holdersOf } from "./people-store.ts";
import { findAccountByPhone } from "./store.ts";

export interface PostWish {
  readonly name: string;
  /** Eleven digits. */
  readonly phone: string;
  readonly role: Extract<Role, "officer" | "chair" | "cadre">;
  readonly title: string;
  readonly orgId: string;
  readonly orgPath: string;
  /** Its name, for the administrators who are told. */
  readonly orgName: string;
  readonly toDay: string | null;
  /** What asks for it, for the record, such as `case:…`. */
  readonly because: string;
}

/** The security administrators nearest above a union. */
async function guardsOf(house: Act, path: string): Promise<string[]> {
  for (const at of lineageOf(orgPath(path)).reverse()) {
    const held = await holdersOf(house, { role: "security-admin", orgPath: at });
    if (held.length > 0) return held.map(({ accountId }) => accountId);
  }
  return [];
}

/**
 * Asks for a post from today on. Whoever has no account gets one for the phone number and signs in
 * by code. Answers the post's id; the security administrators nearest above are told.
 */
export async function askForPost(act: Act, wish: PostWish): Promise<string> {
  return asHouse(act, async (house) => {
    const { name, phone, role, title, orgId, orgPath: path, orgName, toDay, because } = wish;
    const known = await findAccountByPhone(house, house.keys.blinds("phone", phone));
    const accountId = known?.id ?? (await openAccount(house, { name, phone })).id;
    const id = newId(house.now);
    const post = { id, accountId, role, title, orgId, orgPath: path };
    await insertPost(house, { ...post, fromDay: dayOf(house.now), toDay });
    await record(house, {
      action: "access.ask-post",
      subject: `post:${id}`,
      details: { because, orgId, role },
    });
    for (const guard of await guardsOf(house, path)) {
      const body = `“${orgName}”申请设置岗位“${title}”，请在“岗位名单”里核对后批准。`;
      await tell(house, { accountId: guard, title: "有岗位等待批准", body });
    }
    return id;
  });
}
