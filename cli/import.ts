// niangjia import (导入名册): a roster from the command line, as an officer would in the portal and with their rights.
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { heldPosts, openSession } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { readPhone } from "@niangjia/foundation/phone";
import { sql } from "kysely";
import type { House } from "../server/app.ts";
import type { Command, Values } from "./command.ts";
import { openGround, openWhole } from "./open.ts";
import { progressLine } from "./progress.ts";

const usage =
  "用法：npx niangjia import 名册.xlsx --as 干事手机号 [--union 工会编号] [--faulty 有错的行.xlsx]";

/** A session of the officer, so that rights, record and history are what they would be in the portal. */
async function signInAs(house: House, values: Values): Promise<{ token: string; orgId: string }> {
  const phone = readPhone(String(values.as ?? ""));
  if (!phone.ok) throw new Error(`--as：${phone.say}\n${usage}`);
  return house.act(system("niangjia import"), async (act) => {
    const { rows } = await sql<{ id: string }>`select account_id as id from access.phones
      where phone_blind = any(${act.keys.blinds("phone", phone.value)}::bytea[])`.execute(act.tx);
    const [account] = rows;
    const [post] = account ? await heldPosts(act, account.id) : [];
    if (!account || !post) throw new Error(`没有找到用这个手机号、担任岗位的账号。\n${usage}`);
    const { token } = await openSession(act, account.id, {
      openedBy: "password-totp",
      device: "命令行",
    });
    return { token, orgId: typeof values.union === "string" ? values.union : post.orgId };
  });
}

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly says: string;
  readonly rowsTotal: number;
  readonly rowsRead: number;
  readonly faulty: number;
}

class Officer {
  readonly #house: House;
  readonly #token: string;

  constructor(house: House, token: string) {
    this.#house = house;
    this.#token = token;
  }

  async call(method: "GET" | "POST", url: string, body?: object | FormData): Promise<Buffer> {
    const form = body instanceof FormData ? new Response(body) : undefined;
    const reply = await this.#house.app.inject({
      method,
      url: `/api${url}`,
      headers: {
        authorization: `Bearer ${this.#token}`,
        "idempotency-key": crypto.randomUUID(),
        ...(form ? { "content-type": form.headers.get("content-type") ?? "" } : {}),
      },
      ...(form
        ? { payload: Buffer.from(await form.arrayBuffer()) }
        : body
          ? { payload: body }
          : {}),
    });
    if (reply.statusCode < 400) return reply.rawPayload;
    const { title, next } = reply.json<{ title: string; next: string }>();
    throw new Error(`${title}${next}`);
  }

  async ask<T>(method: "GET" | "POST", url: string, body?: object): Promise<T> {
    return JSON.parse((await this.call(method, url, body)).toString()) as T;
  }
}

async function bring(officer: Officer, file: string): Promise<string> {
  const form = new FormData();
  form.append("file", new Blob([readFileSync(file)]), basename(file));
  const answer = JSON.parse((await officer.call("POST", "/files", form)).toString());
  return answer.id;
}

const live = new Set(["waiting", "running"]);

async function follow(officer: Officer, id: string): Promise<Shown> {
  const progress = progressLine("行");
  for (;;) {
    const shown = await officer.ask<Shown>("GET", `/roster/imports/${id}`);
    progress(shown.rowsRead, shown.rowsTotal, "");
    if (!live.has(shown.state)) return shown;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function run(house: House, values: Values, file: string): Promise<number> {
  const { token, orgId } = await signInAs(house, values);
  const officer = new Officer(house, token);
  const fileId = await bring(officer, file);
  const { id } = await officer.ask<Shown>("POST", "/roster/imports", { fileId, unionId: orgId });
  await officer.ask("POST", `/roster/imports/${id}/start`);
  await house.worker.start();
  const shown = await follow(officer, id);
  process.stdout.write(`\n  ${shown.says}\n`);
  if (shown.faulty > 0) {
    const target =
      typeof values.faulty === "string"
        ? values.faulty
        : `${basename(file, extname(file))}-有错的行.xlsx`;
    const made = await officer.ask<{ id: string }>("POST", `/roster/imports/${id}/faulty`, {});
    await writeFile(target, await officer.call("GET", `/roster/exports/${made.id}/file`));
    process.stdout.write(`  有错的行和原因已存到 ${target}，改好后可以再导入。\n`);
  }
  await officer.ask("POST", "/access/sign-out");
  return shown.state === "done" ? 0 : 1;
}

export const importRoster: Command = {
  summary: "导入一份 Excel 名册（以某位干事的身份和权限）",
  options: { as: { type: "string" }, union: { type: "string" }, faulty: { type: "string" } },
  async run(values, [file]) {
    if (!file) throw new Error(usage);
    const opened = await openGround();
    const house = await openWhole(opened);
    try {
      return await run(house, values, file);
    } finally {
      await house.worker.stop();
      await house.close();
      await opened.store.stop();
    }
  },
};
