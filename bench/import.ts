// Importing (导入): the whole import of a roster by its officer, beside COPY of the same persons into a table with the same indexes.
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openSession } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { type Value, writeSheet } from "@niangjia/foundation/excel";
import { Vault } from "@niangjia/foundation/files";
import { newId } from "@niangjia/foundation/ids";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { progressLine } from "../cli/progress.ts";
import { people } from "../server/demo/people.ts";
import { cleanCells, rosterColumns } from "../server/demo/roster-sheet.ts";
import { demoSeed } from "../server/demo/seed.ts";
import { demoTwins } from "../server/demo/twins.ts";
import { demoUnions } from "../server/demo/unions.ts";
import type { Bench } from "./bench.ts";
import { start } from "./child.ts";
import { fill } from "./crowd.ts";
import type { Ground } from "./ground.ts";
import { houseOn } from "./house.ts";
import { timed } from "./rounds.ts";
import { aSecond, times } from "./words.ts";

/** What the importing process is told, and what it answers. */
export interface ToImport {
  readonly token: string;
  readonly fileId: string;
  readonly unionId: string;
  readonly rows: number;
}

export interface Imported {
  readonly id: string;
  readonly seconds: number;
  /** The most memory the process ever held. */
  readonly peakBytes: number;
}

/** People the store does not have, as an officer would write them down. The demo's twins bear numbers of theirs. */
function* rosterRows(count: number): Generator<Value[]> {
  const twins = demoTwins(demoSeed, demoUnions(demoSeed)).map(({ person }) => person);
  const taken = new Set(twins.map(({ idNumber }) => idNumber));
  const progress = progressLine("行");
  let number = 0;
  for (const person of people("bench", count + taken.size, { apart: true })) {
    if (number === count) return;
    if (taken.has(person.idNumber)) continue;
    number += 1;
    yield Object.values(cleanCells(person, number)) as Value[];
    progress(number, count, "写名册");
  }
}

/** Puts a roster of `rows` people into the hands of the officer of the largest firm's union. */
async function prepare(ground: Ground, rows: number): Promise<ToImport> {
  const { rows: officers } = await ground.owner.query<{ account: string; union: string }>(
    `select p.account_id as account, p.org_id as union
     from access.posts p join organisation.unions u on u.id = p.org_id
       join organisation.totals t on t.org_path = p.org_path and t.measure = 'members'
     where u.level = 'grassroots' and p.role = 'officer' order by t.amount desc limit 1`,
  );
  const [officer] = officers;
  if (!officer) throw new Error("the demo has no officer of a firm");
  const columns = Object.values(rosterColumns).map((title) => ({ title }));
  const sheet = writeSheet({ name: "名册", columns, rows: rosterRows(rows) });
  const stored = await new Vault(join(ground.folder, "files")).put(sheet);
  const fileId = newId();
  await ground.owner.query(
    `insert into exchange.files (id, account_id, sha256, name, kind, size, purpose, at)
     values ($1, $2, $3, '名册.xlsx', 'xlsx', $4, 'roster', now())`,
    [fileId, officer.account, stored.sha256, stored.size],
  );
  const { token } = await ground.act(system("bench"), (act) =>
    openSession(act, officer.account, { openedBy: "password-totp", device: "bench" }),
  );
  return { token, fileId, unionId: officer.union, rows };
}

/** What enrolling the others set going would otherwise run beside the import. */
async function settle({ url, folder }: Ground): Promise<void> {
  const house = await houseOn(url, folder);
  await house.worker.settle();
  await house.close();
}

async function importOf(ground: Ground, job: ToImport): Promise<Imported> {
  const args = [ground.url, ground.folder, JSON.stringify(job)];
  const { message, child } = await start<Imported>("import-house.ts", args);
  child.disconnect();
  await once(child, "exit");
  return message;
}

/** Seconds to COPY the persons of an import into a table like theirs that holds everybody else. */
async function copyOf(ground: Ground, importId: string): Promise<number> {
  const { owner } = ground;
  const theirs = `(select person_id from member.statements where source_id = '${importId}')`;
  const file = join(ground.folder, "persons.copy");
  await owner.query(`
    create table copied (like member.persons including all);
    insert into copied select p.* from member.persons p where not exists (
      select from member.statements s where s.person_id = p.id and s.source_id = '${importId}')`);
  const saved = `copy (select * from member.persons where id in ${theirs} order by id) to stdout`;
  await pipeline(owner.query(copyTo(saved)), createWriteStream(file));
  await owner.query("vacuum analyze copied");
  await owner.query("checkpoint");
  const milliseconds = await timed(() =>
    pipeline(createReadStream(file), owner.query(copyFrom("copy copied from stdin"))),
  );
  return milliseconds / 1000;
}

export const importing: Bench = {
  name: "import",
  title: "名册导入（读表、核对、加密、查重、入库、汇总），与把同样的人直接 COPY 进同样索引的表相比",
  bounds: [
    { figure: "vs_copy", atLeast: 0.2 },
    { figure: "rss_mb", atMost: 600 },
  ],
  async run(ground, { members, rows }) {
    await fill(ground, members);
    await settle(ground);
    const job = await prepare(ground, rows);
    await ground.owner.query("checkpoint");
    const { id, seconds, peakBytes } = await importOf(ground, job);
    const copySeconds = await copyOf(ground, id);
    const ratio = copySeconds / seconds;
    const line = {
      what: `导入 ${rows} 行`,
      ours: aSecond(rows / seconds, "行"),
      peer: aSecond(rows / copySeconds, "行"),
      ratio: times(ratio),
    };
    return { figures: { vs_copy: ratio, rss_mb: peakBytes / 1e6 }, lines: [line] };
  },
};
