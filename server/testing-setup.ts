// Before all tests: one PostgreSQL for the run, and a template database migrated to the head with a small tree.
import { createHash } from "node:crypto";
import { newId } from "@niangjia/foundation/ids";
import { loginRole, startPostgres } from "@niangjia/foundation/postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { houseMigrations, prepareDatabase } from "./store.ts";
import { testCluster } from "./testing-cluster.ts";

const template = "niangjia_template";

const unions: readonly (readonly [path: string, name: string, level: string, kind: string])[] = [
  ["/430000/", "湖南省总工会", "province", "10"],
  ["/430000/430100/", "长沙市总工会", "city", "10"],
  ["/430000/430100/430121/", "长沙县总工会", "county", "10"],
  ["/430000/430100/430121/430121001/", "星沙街道总工会", "town", "3"],
  ["/430000/430100/430121/430121001/1/", "湘岚机械有限公司工会委员会", "grassroots", "1"],
  ["/430000/430100/430121/430121001/2/", "星禾食品有限公司工会委员会", "grassroots", "1"],
  ["/430000/430100/430102/", "芙蓉区总工会", "county", "10"],
  ["/430000/430100/430102/1/", "蓉川物业有限公司工会委员会", "grassroots", "1"],
  ["/430000/430200/", "株洲市总工会", "city", "10"],
  ["/430000/430200/430202/", "芦淞区总工会", "county", "10"],
];

async function seed(client: pg.Client): Promise<void> {
  const ids = new Map<string, string>();
  for (const [path, name, level, kind] of unions) {
    const id = newId();
    ids.set(path, id);
    const parent = path.replace(/[^/]+\/$/, "");
    const division = path.split("/").findLast((part) => /^\d{6,12}$/.test(part)) ?? "430000";
    await client.query(
      `insert into organisation.unions
         (id, path, parent_id, name, pinyin, initials, level, kind, division, since_day)
       values ($1, $2, $3, $4, '', '', $5, $6, $7, '2020-01-01')`,
      [id, path, ids.get(parent) ?? null, name, level, kind, division],
    );
    await client.query(
      `insert into organisation.deltas (id, org_path, measure, day, amount) values
         ($1, $3, 'unions', '2020-01-01', 1), ($2, $3, 'unions.' || $4, '2020-01-01', 1)`,
      [newId(), newId(), path, level],
    );
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(unions));
  for (const migration of await houseMigrations()) hash.update(migration.hash);
  return hash.digest("hex");
}

/** Makes the template anew when a migration or the tree has changed since. */
async function ensureTemplate(urls: { admin: string; owner: string; app: string }): Promise<void> {
  const wanted = await fingerprint();
  const admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ made_of: string | null }>(
      "select shobj_description(oid, 'pg_database') as made_of from pg_database where datname = $1",
      [template],
    );
    if (rows[0]?.made_of === wanted) return;
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.query(`create database ${template} encoding 'UTF8' template template0`);
    await prepareDatabase({ ownerUrl: urls.owner, url: urls.app });
    const client = new pg.Client({ connectionString: urls.owner });
    await client.connect();
    await seed(client);
    await client.end();
    await admin.query(`comment on database ${template} is '${wanted}'`);
  } finally {
    await admin.end();
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres({
    folder: testCluster(),
    settings: {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      max_connections: 200,
      max_wal_size: "256MB",
    },
  });
  const owner = postgres.url(template);
  const app = postgres.url(template, loginRole);
  await ensureTemplate({ admin: postgres.url("postgres"), owner, app });
  project.provide("ownerUrl", owner);
  project.provide("appUrl", app);
  return () => postgres.stop();
}
