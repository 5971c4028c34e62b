// Signed links: one file, a few minutes, by the right of whoever made it, and nothing to be read or changed in them.
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { openLink, sealLink } from "./link-token.ts";

const minute = 60_000;

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
});
afterAll(() => house.close());

const linkTo = (client: Client, path: string) => client.post("/api/files/links", { path });

async function linked(words = "一份材料", role: "officer" | "worker" = "officer") {
  const client = await house.signIn(role, role === "officer" ? tree.firm : undefined);
  const id = await client.upload("材料'甲*.txt", Buffer.from(words));
  const { body } = await linkTo(client, `/files/${id}`);
  return { client, id, path: body.path as string, until: body.until as string };
}

describe("a signed link", () => {
  it("gives its file without a session, for no cache to keep, under its own name", async () => {
    const { path, until } = await linked("一份材料", "worker");
    const { status, bytes, headers } = await house.anonymous.get(path);
    expect([status, bytes.toString()]).toEqual([200, "一份材料"]);
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(headers["content-disposition"]).toBe(
      "attachment; filename*=UTF-8''%E6%9D%90%E6%96%99%27%E7%94%B2%2A.txt",
    );
    expect(headers["x-ratelimit-limit"]).toBeDefined();
    expect(new Date(until).getTime()).toBe(Date.parse("2026-11-21T09:05:00+08:00"));
  });

  it("is over after five minutes and cannot be asked for again by itself", async () => {
    const { path } = await linked();
    house.clock.advance(5 * minute - 1);
    expect((await house.anonymous.get(path)).status).toBe(200);
    house.clock.advance(1);
    expect((await house.anonymous.get(path)).body.code).toBe("files.link-over");
    house.clock.set("2026-11-21T09:00:00+08:00");
    expect((await house.anonymous.post("/api/files/links", { path })).status).toBe(401);
  });

  it("is noted when it is made, with what it leads to", async () => {
    const { id, client } = await linked();
    const { rows } = await house.owner.query(
      "select subject from audit.entries where action = 'files.link' and account_id = $1",
      [client.accountId],
    );
    expect(rows).toEqual([{ subject: `download:/files/${id}` }]);
  });

  it("is refused with any one character changed, left out or added", async () => {
    const { path } = await linked();
    const start = "/api/files/linked/".length;
    for (const at of [start, start + 60, path.length - 1]) {
      const other = path[at] === "A" ? "B" : "A";
      for (const put of [other, "", `${path[at]}A`]) {
        const changed = path.slice(0, at) + put + path.slice(at + 1);
        expect((await house.anonymous.get(changed)).body.code).toBe("files.link-over");
      }
    }
  });

  it("is made for nobody who may not fetch the file, and for nothing but a file", async () => {
    const { id } = await linked();
    const other = await house.signIn("officer", tree.furongFirm);
    expect((await linkTo(other, `/files/${id}`)).body.code).toBe("files.not-found");
    const worker = await house.signIn("worker");
    expect((await linkTo(worker, "/organisations/export")).body.code).toBe("http.not-permitted");
    for (const path of [
      "/notices",
      "/files/1",
      "/files/../notices",
      `/files/linked/${"a".repeat(9)}`,
    ])
      expect((await linkTo(other, path)).body.code, path).toBe("files.not-download");
    for (const path of ["//evil.example/x", "files/1", "/files/%00", `/files/${"a".repeat(99)}`])
      expect((await linkTo(other, path)).body.code, path).toBe("http.unreadable");
  });
});

describe("a link whose maker's right has gone", () => {
  it("ends with the session it was made in", async () => {
    const { client, path } = await linked();
    expect((await client.post("/api/access/sign-out")).status).toBe(200);
    expect((await house.anonymous.get(path)).body.code).toBe("files.link-over");
  });

  it("ends with the post through which the file was reached", async () => {
    const { id } = await linked();
    const chair = await house.signIn("chair", tree.firm);
    const { path } = (await linkTo(chair, `/files/${id}`)).body;
    expect((await house.anonymous.get(path)).status).toBe(200);
    await house.owner.query("update access.posts set state = 'ended' where account_id = $1", [
      chair.accountId,
    ]);
    expect((await house.anonymous.get(path)).body.code).toBe("files.not-found");
  });

  it("ends with the account", async () => {
    const { client, path } = await linked();
    await house.owner.query("update access.accounts set state = 'closed' where id = $1", [
      client.accountId,
    ]);
    expect((await house.anonymous.get(path)).body.code).toBe("files.link-over");
  });

  it.each(["row", "bytes"])("ends with the file, be it its %s that is gone", async (what) => {
    const { id, path, client } = await linked(`会消失的${what}`);
    const { rows } = await house.owner.query("select sha256 from exchange.files where id = $1", [
      id,
    ]);
    if (what === "bytes") await rm(house.vault.path(rows[0].sha256));
    else await house.owner.query("delete from exchange.files where id = $1", [id]);
    expect((await house.anonymous.get(path)).body.code).toBe("files.not-found");
    expect((await linkTo(client, `/files/${id}`)).body.code).toBe("files.not-found");
  });
});

describe("the token of a link", () => {
  const sealed = () =>
    sealLink(house.keys, {
      sessionId: "019a0000-0000-7000-8000-0000000000ff",
      path: "/files/019a0000-0000-7000-8000-000000000001",
      until: new Date("2026-11-21T01:05:00.123Z"),
    });

  it("opens to what was sealed, and to nothing with any one of its characters changed", () => {
    const token = sealed();
    expect(openLink(house.keys, token)).toEqual({
      sessionId: "019a0000-0000-7000-8000-0000000000ff",
      path: "/files/019a0000-0000-7000-8000-000000000001",
      until: new Date("2026-11-21T01:05:00.123Z"),
    });
    const changed = Array.from(
      token,
      (sign, at) => token.slice(0, at) + (sign === "A" ? "B" : "A") + token.slice(at + 1),
    );
    expect(changed.filter((one) => openLink(house.keys, one) !== undefined)).toEqual([]);
    expect(changed).toHaveLength(192);
  });

  it("says nothing, not even by its length, and is never the same twice", () => {
    const [one, two] = [sealed(), sealed()];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, "base64url").toString("latin1")).not.toContain("files");
  });
});
