// Tests of one's own data (本人信息): each member sees what the union knows of them, from where, and who looked.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { describe, expect, test } from "vitest";
import { openTestHouse, tree } from "../../server/testing.ts";

const first17 = "43012119960518001";

describe("one's own data", () => {
  test("a member sees each field with its source, and who looked behind the mask, when and why", async () => {
    const house = await openTestHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    expect((await worker.get("/api/members/mine")).body).toEqual({ person: null });

    const filed = await worker.post("/api/cases/functions/membership.join/file", {
      facts: {
        union: await house.unionId(tree.firm),
        name: "林小满",
        documentKind: "111",
        idNumber: first17 + checkCharacter(first17),
        phone: "13800138000",
        ethnicGroup: "01",
        education: "21",
        occupation: "快递员",
        isGig: false,
        voluntary: true,
      },
    });
    const { rows } = (await officer.get("/api/desk")).body;
    await officer.post("/api/cases/commands", {
      items: [{ id: filed.body.id, task: rows[0].task }],
    });
    const { person } = (await worker.get("/api/members/mine")).body;
    expect(person).toMatchObject({ name: "林小满", state: "active", looks: [] });
    const textOf = (wanted: string): string =>
      person.facts.find(({ field }: { field: string }) => field === wanted).text;
    expect(textOf("name")).toBe("林小满");
    expect(textOf("phone")).toBe("138****8000");
    const occupation = person.facts.find(({ field }: { field: string }) => field === "occupation");
    expect(occupation).toMatchObject({ title: "工种（职业）", text: "快递员" });
    expect(occupation.source).toBeTruthy();

    await officer.post(`/api/members/${person.personId}/unmask`, {
      fields: ["phone"],
      purpose: "通知领证",
    });
    const seen = (await worker.get("/api/members/mine")).body.person.looks;
    expect(seen).toMatchObject([{ fields: ["手机号"], purpose: "通知领证" }]);
  });

  test("staff ask for persons by name of the register, and not for themselves here", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    expect((await officer.get("/api/members/mine")).status).toBe(403);
  });
});
