// Administration in three posts: each does its own work and none of another's.
import { describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";

const asking = async (house: TestHouse, path: string) => ({
  name: "李四",
  phone: "13700137000",
  orgId: await house.unionId(path),
  role: "officer",
  title: "工会干事",
  fromDay: "2026-01-01",
});

describe("posts", () => {
  it("are asked for by the system administrator and held once the security administrator agrees", async () => {
    const house = await openTestHouse();
    const system = await house.signIn("system-admin", tree.changsha);
    const security = await house.signIn("security-admin", tree.changsha);
    const asked = await system.post("/api/access/posts", await asking(house, tree.firm));
    expect(asked.status).toBe(200);
    const signIn = { phone: "13700137000", password: asked.body.password };
    const before = await house.anonymous.post("/api/access/sign-in", signIn);
    expect(before.body.posts).toEqual([]);
    await security.post(`/api/access/posts/${asked.body.id}/approve`);
    const after = await house.anonymous.post("/api/access/sign-in", signIn);
    expect(after.body.posts).toMatchObject([{ role: "officer", orgPath: tree.firm }]);
  });

  it("cannot be asked for outside the administrator's own union", async () => {
    const house = await openTestHouse();
    const system = await house.signIn("system-admin", tree.furong);
    const reply = await system.post("/api/access/posts", await asking(house, tree.firm));
    expect(reply.body.code).toBe("access.post-out-of-reach");
  });

  it("are listed within the administrator's own union only", async () => {
    const house = await openTestHouse();
    await house.signIn("officer", tree.firm);
    const security = await house.signIn("security-admin", tree.furong);
    const reply = await security.get("/api/access/posts");
    expect(reply.body.rows.map((row: { orgPath: string }) => row.orgPath)).toEqual([tree.furong]);
    expect(reply.body.rows[0].orgName).toContain("芙蓉");
  });

  it("bear their acts on record, to be found by the post", async () => {
    const house = await openTestHouse();
    const system = await house.signIn("system-admin", tree.changsha);
    const security = await house.signIn("security-admin", tree.changsha);
    const audit = await house.signIn("audit-admin", tree.changsha);
    const { id } = (await system.post("/api/access/posts", await asking(house, tree.firm))).body;
    await system.post("/api/access/posts", await asking(house, tree.otherFirm));
    await security.post(`/api/access/posts/${id}/approve`);
    await system.post(`/api/access/posts/${id}/end`);
    const { body } = await audit.get(`/api/audit/entries?subject=post:${id}`);
    expect(body.rows.map((row: { action: string }) => row.action).sort()).toEqual([
      "access.approve-post",
      "access.ask-post",
      "access.end-post",
    ]);
    expect((await audit.get("/api/audit/entries?subject=post:")).body.total).toBe(0);
  });

  it("cannot be asked for at a union that is closed", async () => {
    const house = await openTestHouse();
    const system = await house.signIn("system-admin", tree.changsha);
    await house.owner.query("update organisation.unions set state = 'closed' where path = $1", [
      tree.firm,
    ]);
    const reply = await system.post("/api/access/posts", await asking(house, tree.firm));
    expect(reply.body.code).toBe("access.post-out-of-reach");
  });

  it("end at once, sessions and all", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    const system = await house.signIn("system-admin", tree.changsha);
    expect((await officer.get("/api/me")).body.post.org.path).toBe(tree.firm);
    const { rows } = (await system.get("/api/access/posts?role=officer")).body;
    await system.post(`/api/access/posts/${rows[0].id}/end`);
    await expect.poll(async () => (await officer.get("/api/me")).body.post).toBeNull();
  });
});

/** A request of the house waits for a row that somebody else has hold of. */
const waitsForRow = async ({ owner }: TestHouse): Promise<number> =>
  (
    await owner.query(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).rows[0].waiting;

describe("granting a post", () => {
  it("never brings back one that ended at the same moment", async () => {
    const house = await openTestHouse();
    const system = await house.signIn("system-admin", tree.changsha);
    const security = await house.signIn("security-admin", tree.changsha);
    const { id } = (await system.post("/api/access/posts", await asking(house, tree.firm))).body;
    await house.owner.query("begin");
    await house.owner.query("update access.posts set state = 'ended' where id = $1", [id]);
    const granting = security.post(`/api/access/posts/${id}/approve`);
    await expect.poll(() => waitsForRow(house)).toBe(1);
    await house.owner.query("commit");
    expect((await granting).body.code).toBe("access.post-not-held");
    const { rows } = await house.owner.query("select state from access.posts where id = $1", [id]);
    expect(rows).toEqual([{ state: "ended" }]);
  });

  it("is not for whoever it is granted to, through another of their accounts either", async () => {
    const house = await openTestHouse();
    const system = await house.signIn("system-admin", tree.changsha);
    const security = await house.signIn("security-admin", tree.changsha);
    const other = await house.signIn("security-admin", tree.changsha);
    const { id } = (await system.post("/api/access/posts", await asking(house, tree.firm))).body;
    await house.owner.query(
      `insert into member.persons (id, org_path, name, pinyin, initials, sex, document_kind, id_mask,
         merged_into, created_at, updated_at)
       select a.person_id, $3, a.name, '', '', '1', '111', '', case a.id when $1 then (select
         b.person_id from access.accounts b join access.posts p on p.account_id = b.id
         where p.id = $2) end, now(), now()
       from access.accounts a where a.id = $1 or a.id = (select account_id from access.posts
         where id = $2)`,
      [security.accountId, id, tree.changsha],
    );
    const own = await security.post(`/api/access/posts/${id}/approve`);
    expect(own.body.code).toBe("access.own-grant");
    expect((await other.post(`/api/access/posts/${id}/approve`)).body.state).toBe("held");
  });
});

describe("the three administrators", () => {
  it("cannot do one another's work", async () => {
    const house = await openTestHouse();
    const system = await house.signIn("system-admin", tree.changsha);
    const security = await house.signIn("security-admin", tree.changsha);
    const audit = await house.signIn("audit-admin", tree.changsha);
    const asked = await asking(house, tree.firm);
    expect((await security.post("/api/access/posts", asked)).status).toBe(403);
    expect((await audit.post("/api/access/posts", asked)).status).toBe(403);
    const { id } = (await system.post("/api/access/posts", asked)).body;
    expect((await system.post(`/api/access/posts/${id}/approve`)).status).toBe(403);
    expect((await system.get("/api/audit/entries")).status).toBe(403);
    expect((await security.get("/api/audit/entries")).status).toBe(403);
    const entries = (await audit.get("/api/audit/entries?action=access.ask-post")).body;
    expect(entries.total).toBe(1);
  });
});
