// niangjia serve (启动服务): database, demo on first run, portal and API on one port, until told to stop.
import type { Config } from "../server/config.ts";
import { shownAccounts } from "../server/demo/accounts.ts";
import { addPages } from "../server/pages.ts";
import { buildApp, buildPortal } from "../tools/build.ts";
import type { Command } from "./command.ts";
import { demoMembers, ensureDemo } from "./demo.ts";
import { openGround, openWhole, stage } from "./open.ts";

function portOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port 应是 0 到 65535 的整数，现在是“${value}”。`);
  }
  return port;
}

function sayTaken(error: unknown, config: Config): never {
  if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
  throw new Error(
    `端口 ${config.port} 已被占用。请换一个，例如：npm start -- --port ${config.port + 1}`,
  );
}

/** Waits for the first request to stop; a second one stops at once. */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}

/** Columns for Chinese: a wide character takes two places. */
function padded(text: string, width: number): string {
  const taken = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
  return text + " ".repeat(Math.max(1, width - taken));
}

function sayAccounts(): void {
  process.stdout.write(
    "\n  演示账号（动态口令在登录页点一下账号就会填好；没有密码的用短信验证码登录）\n",
  );
  for (const { title, union, phone, password } of shownAccounts()) {
    const words = [
      padded(title, 20),
      padded(union, 34),
      padded(phone, 13),
      password ?? "短信验证码",
    ];
    process.stdout.write(`  ${words.join("")}\n`);
  }
}

export const serve: Command = {
  summary: "启动服务（数据库、门户、接口、后台任务）",
  options: {
    port: { type: "string" },
    host: { type: "string" },
    demo: { type: "boolean" },
  },
  async run(values) {
    const port = portOf(values.port);
    const stop = stopRequested();
    await stage("构建门户", async () => buildPortal());
    await stage("构建职工端", async () => buildApp());
    const opened = await openGround({
      ...(port === undefined ? {} : { port }),
      ...(typeof values.host === "string" ? { host: values.host } : {}),
      ...(values.demo ? { demo: true } : {}),
    });
    const { config, store } = opened;
    const house = await openWhole(opened);
    try {
      await addPages(house);
      if (config.demo) {
        await stage("载入演示数据", () => ensureDemo(house, config.dataFolder, demoMembers));
      }
      await house.app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
        sayTaken(error, config);
      });
      await stage("启动后台任务", () => house.worker.start());
      const address = house.app.server.address();
      const bound = typeof address === "object" && address ? address.port : config.port;
      process.stdout.write(
        `\n  门户 http://${config.host}:${bound}/\n  职工端 http://${config.host}:${bound}/app\n  接口 http://${config.host}:${bound}/api/docs\n`,
      );
      if (config.demo) sayAccounts();
      await stop;
      process.stdout.write("\n  正在停止……\n");
      await house.worker.stop();
    } finally {
      await house.close();
      await store.stop();
    }
    return 0;
  },
};
