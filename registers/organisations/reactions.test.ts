// A union that closes: nobody acts for it any more, whatever session they hold.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { closeUnion } from "./index.ts";

async function close(house: TestHouse, path: string): Promise<void> {
  const unionId = await house.unionId(path);
  await house.act(system("test"), (act) => closeUnion(act, { unionId, day: day("2026-11-21") }));
}

describe("posts at a union that closes", () => {
  it("end by themselves: the session through one falls back to the person, who is told", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    expect((await officer.get("/api/me")).body).toMatchObject({ role: "officer" });
    expect((await officer.get("/api/members")).status).toBe(200);
    await close(house, tree.firm);
    await house.settle();
    await expect.poll(async () => (await officer.get("/api/members")).status).toBe(403);
    const me = (await officer.get("/api/me")).body;
    expect(me).toMatchObject({ role: "worker", post: null, posts: [], unread: 1 });
    const [notice] = (await officer.get("/api/notices")).body.rows;
    expect(notice.body).toBe(
      "“湘岚机械有限公司工会委员会”已经撤销，您在那里的“工会干事”岗位随之结束。",
    );
  });

  it("are on record, and those only asked for can no longer be approved", async () => {
    const house = await openTestHouse();
    const administrator = await house.signIn("system-admin", tree.changsha);
    const security = await house.signIn("security-admin", tree.changsha);
    const orgId = await house.unionId(tree.firm);
    const asking = { name: "李四", phone: "13700137000", role: "officer", title: "工会干事" };
    const { body } = await administrator.post("/api/access/posts", {
      ...asking,
      orgId,
      fromDay: "2026-01-01",
    });
    await close(house, tree.firm);
    await house.settle();
    const approval = await security.post(`/api/access/posts/${body.id}/approve`);
    expect(approval.body.code).toBe("access.post-not-held");
    const { rows } = await house.owner.query(
      "select actor_name, details from audit.entries where subject = $1 and action = 'access.end-post'",
      [`post:${body.id}`],
    );
    expect(rows).toEqual([
      { actor_name: "organisations.end-posts", details: { because: "union-closed", orgId } },
    ]);
  });

  it("leave alone the union above, beside, and another post of the same person", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    const beside = await house.signIn("officer", tree.otherFirm);
    const above = await house.signIn("cadre", tree.xingsha);
    await house.owner.query(
      `insert into access.posts (id, account_id, org_id, org_path, role, title, from_day, state)
       values ($1, $2, $3, $4, 'chair', '主席', '2020-01-01', 'held')`,
      [newId(), officer.accountId, await house.unionId(tree.furongFirm), tree.furongFirm],
    );
    await close(house, tree.firm);
    await house.settle();
    for (const other of [beside, above]) {
      expect((await other.get("/api/me")).body.post).not.toBeNull();
    }
    const left = async () => (await officer.get("/api/me")).body.posts;
    await expect.poll(left).toMatchObject([{ role: "chair", org: { path: tree.furongFirm } }]);
    const [post] = await left();
    expect((await officer.post(`/api/access/posts/${post.id}/act`)).status).toBe(200);
  });
});
