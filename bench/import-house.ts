// The importing house (导入进程): opens the roster as its officer, lets the worker import it, says how long and how much memory.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { Sessions } from "@niangjia/foundation/access";
import { newId } from "@niangjia/foundation/ids";
import { openImport } from "@niangjia/platforms/realname/roster";
import { progressLine } from "../cli/progress.ts";
import { tellParent } from "./child.ts";
import { houseOn } from "./house.ts";
import type { Imported, ToImport } from "./import.ts";

const [url = "", folder = "", job = ""] = process.argv.slice(2);
const { token, fileId, unionId, rows } = JSON.parse(job) as ToImport;

const house = await houseOn(url, folder);
const officer = await new Sessions(house.database, () => new Date()).identify(token);
assert(officer);

async function ask<T>(method: "GET" | "POST", path: string): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, "idempotency-key": newId() };
  const reply = await house.app.inject({ method, url: `/api/roster/imports/${path}`, headers });
  assert.equal(reply.statusCode, 200, reply.payload);
  return reply.json<T>();
}

/** Seldom enough to cost the import nothing that counts. */
const lookAgainMs = 200;

interface Shown {
  readonly state: string;
  readonly says: string;
  readonly rowsRead: number;
  readonly enrolled: number;
}

// More rows than the portal takes, as from the command line.
const allowed = { rows, bytes: Number.MAX_SAFE_INTEGER };
const { id } = await house.act(officer, (act) =>
  openImport(act, { body: { fileId, unionId } }, allowed),
);
await house.worker.start();
await ask("POST", `${id}/start`);
const since = performance.now();
const progress = progressLine("行");
let shown = await ask<Shown>("GET", id);
while (shown.state === "waiting" || shown.state === "running") {
  await pause(lookAgainMs);
  shown = await ask<Shown>("GET", id);
  if (shown.rowsRead < rows) progress(shown.rowsRead, rows, "导入");
}
const seconds = (performance.now() - since) / 1000;
progress(shown.rowsRead, rows, "导入");
assert.deepEqual([shown.state, shown.enrolled], ["done", rows], shown.says);
tellParent<Imported>({ id, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 });
