// niangjia migrate (升级数据库): brings the database to the head of this version and ends.
import type { Command } from "./command.ts";
import { openGround } from "./open.ts";

export const migrate: Command = {
  summary: "把数据库升级到当前版本",
  options: {},
  async run() {
    const { applied, store } = await openGround();
    await store.stop();
    process.stdout.write(applied > 0 ? `已升级 ${applied} 步\n` : "已经是最新\n");
    return 0;
  },
};
