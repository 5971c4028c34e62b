// Tests of acting for oneself (办本人的事): who holds a post is a worker as well.
import { describe, expect, it } from "vitest";
import { openTestHouse, tree } from "../../server/testing.ts";

describe("an officer who is a member", () => {
  it("acts for themselves, sees their own data, and goes back to the post", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    await house.owner.query("update access.accounts set member = true where id = $1", [
      officer.accountId,
    ]);
    const me = async () => (await officer.get("/api/me")).body;
    const [{ id }] = (await me()).posts;
    expect((await officer.get("/api/members/mine")).status).toBe(403);

    expect((await officer.post("/api/access/self/act")).body).toEqual({ post: null });
    await expect.poll(async () => (await me()).role).toBe("member");
    expect(await me()).toMatchObject({ post: null, posts: [{ id, closed: null }] });
    expect((await officer.get("/api/members/mine")).status).toBe(200);
    expect((await officer.get("/api/members")).status).toBe(403);

    expect((await officer.post(`/api/access/posts/${id}/act`)).status).toBe(200);
    await expect.poll(async () => (await me()).role).toBe("officer");
    expect((await officer.get("/api/members")).status).toBe(200);
  });
});
