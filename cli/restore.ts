// niangjia restore (恢复): a whole backup back into the house; a damaged one is refused before anything changes.
import { join, resolve } from "node:path";
import { Vault } from "@niangjia/foundation/files";
import pg from "pg";
import { restore as restoreBackup } from "../server/backup/restore.ts";
import type { Command } from "./command.ts";
import { openGround } from "./open.ts";
import { progressLine } from "./progress.ts";

async function holdsAnything(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select exists (select from access.accounts) or exists (select from organisation.unions) as found",
    );
    return rows[0].found;
  } finally {
    await client.end();
  }
}

export const restore: Command = {
  summary: "从备份文件夹恢复（已有数据时需加 --replace）",
  options: { replace: { type: "boolean" } },
  async run(values, [source]) {
    if (!source)
      throw new Error("请写明备份文件夹，例如：npx niangjia restore niangjia-backup-20261121T0900");
    const { config, keys, store } = await openGround();
    try {
      if (!values.replace && (await holdsAnything(store.ownerUrl))) {
        throw new Error("这里已经有数据。恢复会用备份完全替换现有数据；确定要替换请加 --replace。");
      }
      const manifest = await restoreBackup({
        ownerUrl: store.ownerUrl,
        vault: new Vault(join(config.dataFolder, "files")),
        keyFingerprint: keys.fingerprint,
        folder: resolve(source),
        progress: progressLine("张表"),
      });
      process.stdout.write(
        `\n已恢复到 ${manifest.madeAt} 的状态，共 ${manifest.tables.length} 张表\n`,
      );
      return 0;
    } finally {
      await store.stop();
    }
  },
};
