// Serving (接口): an authorised, scoped list page of 20 beside a bare Fastify route that returns the same bytes.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { openSession } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import type { Bench } from "./bench.ts";
import { serve } from "./child.ts";
import { fill } from "./crowd.ts";
import type { Ground } from "./ground.ts";
import { peerProgram } from "./peers.ts";
import { compare } from "./rounds.ts";
import { aSecond, times } from "./words.ts";

const path = "/api/members?page=1&size=20";
const connections = 16;

/** Signs in the county officer with the most members below. Answers the session's token. */
async function signIn(ground: Ground): Promise<string> {
  const { rows } = await ground.owner.query<{ account: string }>(
    `select p.account_id as account
     from access.posts p join organisation.unions u on u.id = p.org_id
       join organisation.totals t on t.org_path = p.org_path and t.measure = 'members'
     where u.level = 'county' and p.role = 'cadre' order by t.amount desc limit 1`,
  );
  const account = rows[0]?.account;
  if (!account) throw new Error("the demo has no county cadre");
  const opened = await ground.act(system("bench"), (act) =>
    openSession(act, account, { openedBy: "password-totp", device: "bench" }),
  );
  return opened.token;
}

interface Loaded {
  readonly "2xx": number;
  readonly non2xx: number;
  readonly errors: number;
  readonly duration: number;
}

/** Requests a second of one address under load from a process of its own, every one of them answered well. */
async function load(url: string, token: string, seconds: number): Promise<number> {
  const program = await peerProgram("autocannon/autocannon.js");
  const args = ["--json", "-c", String(connections), "-d", String(seconds)];
  const header = `authorization=Bearer ${token}`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    ...args,
    "-H",
    header,
    url,
  ]);
  const loaded = JSON.parse(stdout) as Loaded;
  if (loaded.non2xx + loaded.errors > 0 || loaded["2xx"] === 0) {
    throw new Error(`${loaded.non2xx} refused and ${loaded.errors} failed at ${url}`);
  }
  return loaded["2xx"] / loaded.duration;
}

async function pageOf(url: string, token: string): Promise<string> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const body = await answer.text();
  const { rows } = JSON.parse(body) as { rows?: unknown[] };
  if (!answer.ok || rows?.length !== 20) throw new Error(`no page of 20: ${body.slice(0, 300)}`);
  return body;
}

export const http: Bench = {
  name: "http",
  title: "会员列表一页 20 行：经过登录、权限、数据范围和数据库，与返回同样字节的裸 Fastify 相比",
  bounds: [{ figure: "vs_bare", atLeast: 0.1 }],
  async run(ground, { members, rounds, seconds }) {
    await fill(ground, members);
    const token = await signIn(ground);
    using house = await serve("http-house.ts", [ground.url, ground.folder]);
    const page = join(ground.folder, "page.json");
    writeFileSync(page, await pageOf(house.origin + path, token));
    using bare = await serve("http-bare.ts", [page]);
    const { ours, peer, ratio } = await compare(path, rounds, {
      ours: () => load(house.origin + path, token, seconds),
      peer: () => load(bare.origin + path, token, seconds),
    });
    const [mine, theirs] = [aSecond(ours, "次"), aSecond(peer, "次")];
    const line = { what: "会员列表", ours: mine, peer: theirs, ratio: times(ratio) };
    return { figures: { vs_bare: ratio }, lines: [line] };
  },
};
