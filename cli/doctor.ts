// niangjia doctor (体检): proves the record against its signed head, and what else must always be true.
import { readFileSync, writeFileSync } from "node:fs";
import { system } from "@niangjia/foundation/act";
import { findCheckpoint, sealSweep } from "@niangjia/foundation/audit";
import type { House } from "../server/app.ts";
import {
  checkFiles,
  checkGuards,
  checkLog,
  checkWaiting,
  type Finding,
} from "../server/doctor/checks.ts";
import type { Command } from "./command.ts";
import { openGround, openWhole } from "./open.ts";

function say({ title, seen, faults }: Finding): void {
  process.stdout.write(`  ${faults.length === 0 ? "✓" : "✗"} ${title}（${seen}）\n`);
  for (const fault of faults) process.stdout.write(`      ${fault}\n`);
}

async function saveHead(house: House, file: string): Promise<void> {
  const head = await house.act(system("doctor"), findCheckpoint);
  if (!head) return;
  writeFileSync(file, head, { mode: 0o600 });
  process.stdout.write(
    `  签名的树头已存到 ${file}，请放到另一台机器上保管，下次用 --head 核对。\n`,
  );
}

export const doctor: Command = {
  summary: "体检：操作记录有没有被改动、行级权限、文件、待处理事件",
  options: { head: { type: "string" }, "save-head": { type: "string" } },
  async run(values) {
    const opened = await openGround();
    const house = await openWhole(opened);
    try {
      await house.worker.sweep(sealSweep);
      const saved = typeof values.head === "string" ? readFileSync(values.head, "utf8") : undefined;
      const findings = [
        await checkLog(house, saved),
        await checkGuards(house),
        await checkFiles(house),
        await checkWaiting(house),
      ];
      findings.forEach(say);
      if (typeof values["save-head"] === "string") await saveHead(house, values["save-head"]);
      return findings.some(({ faults }) => faults.length > 0) ? 1 : 0;
    } finally {
      await house.close();
      await opened.store.stop();
    }
  },
};
