// niangjia demo (演示数据): loads the demo federation, or more members into it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../server/app.ts";
import { loadDemo } from "../server/demo/load.ts";
import { sweepsNow } from "../server/sweeps.ts";
import type { Command } from "./command.ts";
import { openGround, openWhole } from "./open.ts";
import { progressLine } from "./progress.ts";

export const demoMembers = 20_000;

const markOf = (dataFolder: string): string => join(dataFolder, "demo-members");

/** How many members the demo has been loaded with; 0 before, and after a loading that was cut off. */
export function loadedMembers(dataFolder: string): number {
  const file = markOf(dataFolder);
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
}

/** Loads the demo with at least this many members, once. */
export async function ensureDemo(house: House, dataFolder: string, members: number): Promise<void> {
  if (loadedMembers(dataFolder) >= members) return;
  await loadDemo(house, { members, progress: progressLine("名") });
  await sweepsNow(house);
  writeFileSync(markOf(dataFolder), `${members}\n`);
}

export const demo: Command = {
  summary: "载入演示数据（--members 会员数，默认 20000）",
  options: { members: { type: "string" } },
  async run(values) {
    const members = Number(values.members ?? demoMembers);
    if (!Number.isInteger(members) || members < 1 || members > 10_000_000) {
      throw new Error("--members 应是 1 到 10000000 的整数。");
    }
    const opened = await openGround({ demo: true });
    const house = await openWhole(opened);
    try {
      await ensureDemo(house, opened.config.dataFolder, members);
      process.stdout.write(`\n演示数据已就绪，会员 ${members} 名\n`);
      return 0;
    } finally {
      await house.close();
      await opened.store.stop();
    }
  },
};
