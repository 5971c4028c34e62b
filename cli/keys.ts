// niangjia keys (密钥): shows the keys' state, rotates the active one, reseals what older ones sealed.
import { resealAll } from "../server/keys/reseal.ts";
import type { Command } from "./command.ts";
import { openGround, openWhole } from "./open.ts";

export const keys: Command = {
  summary: "密钥：rotate 换新密钥并重封已有资料，reseal 只重封",
  options: {},
  async run(_values, [verb]) {
    if (verb !== "rotate" && verb !== "reseal") {
      throw new Error(
        "请写明要做什么：npx niangjia keys rotate（换新密钥）或 keys reseal（重封）。",
      );
    }
    const opened = await openGround();
    const house = await openWhole(opened);
    try {
      if (verb === "rotate") {
        await opened.keys.rotate();
        process.stdout.write("  新密钥已启用；请重新备份密钥文件 keys.json。\n");
      }
      const count = await resealAll(house);
      process.stdout.write(`  已用新密钥重封 ${count} 处\n`);
      return 0;
    } finally {
      await house.close();
      await opened.store.stop();
    }
  },
};
