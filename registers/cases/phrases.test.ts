// Phrases over HTTP: words for opinions, those of the house and an account's own.
import { describe, expect, it } from "vitest";
import { openTestHouse, tree } from "../../server/testing.ts";

const url = "/api/cases/phrases";

describe("phrases", () => {
  it("are those of the house and one's own, which nobody else sees", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    const other = await house.signIn("officer", tree.firm);
    const ofHouse = (await officer.get(url)).body.rows;
    expect(new Set(ofHouse.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(["agree", "return", "reject"]),
    );
    const phrase = { kind: "agree", words: "经走访核实，同意。" };
    const { id } = (await officer.post(url, phrase)).body;
    expect((await officer.post(url, phrase)).body).toEqual({ id });
    expect((await officer.get(url)).body.rows[0]).toEqual({ id, ...phrase });
    expect((await other.get(url)).body.rows).toEqual(ofHouse);
    expect((await other.post(`${url}/${id}/remove`)).body).toEqual({ removed: false });
    expect((await officer.post(`${url}/${id}/remove`)).body).toEqual({ removed: true });
    expect((await officer.get(url)).body.rows).toEqual(ofHouse);
    expect((await house.owner.query("select from business.case_phrases")).rowCount).toBe(0);
  });

  it("are no more than fifty of one's own", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    await house.owner.query(
      `insert into business.case_phrases (account_id, id, kind, words)
         select $1, gen_random_uuid(), 'agree', '同意' || n from generate_series(1, 50) n`,
      [officer.accountId],
    );
    const refused = await officer.post(url, { kind: "agree", words: "再加一条" });
    expect(refused.body).toMatchObject({ code: "cases.phrases-full" });
  });
});
