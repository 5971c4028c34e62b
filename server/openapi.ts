// The OpenAPI document (接口文档) of all rooms, made without a database: for the portal's types and for partners.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Vault } from "@niangjia/foundation/files";
import { createHttp } from "@niangjia/foundation/http";
import { createKeyring } from "@niangjia/foundation/keys";
import { createLog } from "@niangjia/foundation/log";
import { Database } from "@niangjia/foundation/postgres";
import { rooms } from "./rooms.ts";
import { houseRoutes } from "./routes.ts";
import { version } from "./version.ts";

export async function openapiDocument(): Promise<object> {
  const scratch = mkdtempSync(join(tmpdir(), "niangjia-openapi-"));
  const database = new Database("postgres://nobody@127.0.0.1:1/none");
  const app = await createHttp({
    routes: houseRoutes(rooms),
    database,
    keys: createKeyring({ file: join(scratch, "keys.json") }),
    vault: new Vault(scratch),
    clock: () => new Date(),
    log: createLog("silent"),
    identify: async () => null,
    version,
    ready: async () => false,
  });
  await app.ready();
  const document = app.swagger();
  await app.close();
  await database.close();
  rmSync(scratch, { recursive: true });
  return document;
}

const [file] = process.argv.slice(2);
if (import.meta.main && file) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(await openapiDocument(), null, 1));
}
