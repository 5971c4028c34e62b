// A new phone number at the desk, by its public door: the code of the new phone, the officer's own union, nobody with a post.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { memberAt, openHouse } from "./testing.ts";

const phone = "13900139009";
const reason = "手机被偷，已当面核对身份证";

async function openScene() {
  const house = await openHouse();
  const member = await memberAt(house, tree.firm, { phone: "13800138000" });
  const officer = await house.signIn("officer", tree.firm);
  return { house, member, officer };
}

const at = (personId: string) => `/api/membership/people/${personId}/phone`;

async function codeSent(house: TestHouse): Promise<string> {
  await house.settle();
  return house.sent.flatMap(({ text }) => /验证码 (\d{6})/.exec(text)?.[1] ?? []).at(-1) ?? "";
}

async function changeAt(house: TestHouse, officer: Client, personId: string) {
  await officer.post(`${at(personId)}/codes`, { phone });
  const code = await codeSent(house);
  return officer.post(at(personId), { phone, code, reason });
}

describe("membership.change at the desk", () => {
  it("puts the new number on file, opens the account by it, and signs the lost phone out", async () => {
    const { house, member, officer } = await openScene();
    const done = await changeAt(house, officer, member.personId);
    expect([done.status, done.body]).toEqual([200, { phone: "139****9009" }]);
    const { rows } = await house.owner.query(
      "select phone_mask from member.persons where id = $1",
      [member.personId],
    );
    expect(rows).toEqual([{ phone_mask: "139****9009" }]);
    await expect.poll(async () => (await member.get("/api/me")).status).toBe(401);
    house.clock.advance(60_000);
    await house.anonymous.post("/api/access/codes", { phone });
    const shown = { phone, code: await codeSent(house) };
    const { body } = await house.anonymous.post("/api/access/sign-in-by-code", shown);
    const headers = { authorization: `Bearer ${body.token}` };
    const me = (await house.app.inject({ url: "/api/me", headers })).json();
    expect([me.account.id, me.role]).toEqual([member.accountId, "member"]);
    const looks = await house.owner.query("select purpose from audit.looks where person_id = $1", [
      member.personId,
    ]);
    expect(looks.rows).toEqual([{ purpose: reason }]);
    const told = house.sent.filter(({ text }) => text.includes("登录手机号已更换"));
    expect(told).toHaveLength(2);
  });

  it("takes no number whose code it did not see, and locks the code after five guesses", async () => {
    const { house, member, officer } = await openScene();
    await officer.post(`${at(member.personId)}/codes`, { phone });
    const code = await codeSent(house);
    const wrong = code === "000000" ? "111111" : "000000";
    const say = (shown: string) =>
      officer.post(at(member.personId), { phone, code: shown, reason });
    for (let i = 0; i < 5; i += 1) {
      expect((await say(wrong)).body.code).toBe("membership.desk-wrong-code");
    }
    expect((await say(code)).body.code).toBe("membership.desk-wrong-code");
    expect((await member.get("/api/me")).status).toBe(200);
  });

  it("is for members of the officer's own union, never for oneself or for who holds a post", async () => {
    const { house, member, officer } = await openScene();
    const other = await house.signIn("officer", tree.otherFirm);
    const code = async (client: Client, personId: string) =>
      (await client.post(`${at(personId)}/codes`, { phone })).body.code;
    expect(await code(other, member.personId)).toBe("membership.member-not-here");
    expect(await code(officer, officer.personId)).toBe("membership.own-desk");
    await house.owner.query(
      `insert into access.posts (id, account_id, org_id, org_path, role, title, from_day, state)
       values (gen_random_uuid(), $1, $2, $3, 'chair', '主席', '2020-01-01', 'held')`,
      [member.accountId, await house.unionId(tree.firm), tree.firm],
    );
    expect(await code(officer, member.personId)).toBe("membership.holds-post");
  });
});
