// niangjia backup (备份): one consistent, checked snapshot into a new folder.
import { join, resolve } from "node:path";
import { Vault } from "@niangjia/foundation/files";
import { backup as makeBackup } from "../server/backup/backup.ts";
import { version } from "../server/version.ts";
import type { Command } from "./command.ts";
import { openGround } from "./open.ts";
import { progressLine } from "./progress.ts";

export const backup: Command = {
  summary: "备份全部数据到一个新文件夹（密钥文件另行保管）",
  options: {},
  async run(_values, [target]) {
    const now = new Date();
    const stamp = now.toISOString().replaceAll(/[-:]/g, "").slice(0, 15);
    const folder = resolve(target ?? `niangjia-backup-${stamp}`);
    const { config, keys, store } = await openGround();
    try {
      const manifest = await makeBackup({
        ownerUrl: store.ownerUrl,
        vault: new Vault(join(config.dataFolder, "files")),
        keyFingerprint: keys.fingerprint,
        version,
        folder,
        now,
        progress: progressLine(),
      });
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      process.stdout.write(
        `\n已备份 ${manifest.tables.length} 张表 ${rows} 行、${manifest.files.length} 个文件到 ${folder}\n` +
          `密钥文件 ${join(config.dataFolder, "keys.json")} 不在备份里，请另行妥善保管：没有它，备份里的敏感资料无法读取。\n`,
      );
      return 0;
    } finally {
      await store.stop();
    }
  },
};
