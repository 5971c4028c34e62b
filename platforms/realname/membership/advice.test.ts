// Before joining: what an applicant is told while nothing is filed yet.
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../../server/testing.ts";
import { formOf, onFile, openHouse } from "./testing.ts";

const ask = (client: Client, facts: object) =>
  client.post("/api/cases/functions/membership.join/advice", { facts });

describe("before joining", () => {
  it("nothing is said where nothing is to be said, and nothing is kept", async () => {
    const house = await openHouse();
    await house.signIn("officer", tree.firm);
    const worker = await house.signIn("worker");
    const { status, body } = await ask(worker, await formOf(house));
    expect({ status, body }).toEqual({ status: 200, body: { advice: [] } });
    const { rowCount } = await house.owner.query("select from business.cases");
    expect(rowCount).toBe(0);
  });

  it("who was a member before hears that the old number stays", async () => {
    const house = await openHouse();
    await onFile(house, tree.furongFirm);
    const { rows } = await house.owner.query(
      "update member.memberships set state = 'ended', ended_day = '2026-06-01' returning number",
    );
    await house.signIn("officer", tree.firm);
    const { body } = await ask(await house.signIn("worker"), await formOf(house));
    expect(body.advice).toEqual([expect.stringContaining(`原来的会员号 ${rows[0].number}`)]);
  });

  it("who applies at a union where nobody else can decide hears where it goes", async () => {
    const house = await openHouse();
    const vacant = await ask(await house.signIn("worker"), await formOf(house));
    expect(vacant.body.advice).toEqual([expect.stringContaining("转给上一级工会")]);
    const officer = await house.signIn("officer", tree.firm);
    expect((await ask(officer, await formOf(house))).body.advice).toHaveLength(1);
    await house.signIn("officer", tree.firm);
    expect((await ask(officer, await formOf(house))).body.advice).toEqual([]);
  });

  it("what would be refused when filed is refused now, and a member’s number is told to no stranger", async () => {
    const house = await openHouse();
    await onFile(house, tree.furongFirm);
    const worker = await house.signIn("worker");
    const code = async (changes: object) =>
      (await ask(worker, await formOf(house, changes))).body.code;
    expect(await code({})).toBe("membership.already-member");
    expect(await code({ idNumber: "430121199605180012" })).toBe("cases.faulty");
    await house.owner.query(
      "update member.memberships set state = 'ended', ended_day = '2026-06-01'",
    );
    expect(await code({ name: "林大满" })).toBe("membership.name-differs");
  });
});
