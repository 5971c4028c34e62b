// Configuration (配置): what an operator may set, from the environment and the command line; all of it has a default.
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import {
  type WechatSettings,
  wechatSettings,
  wechatVariables,
} from "./gateways/wechat-settings.ts";

const settings = z.object({
  /** Folder of everything the house keeps on this machine. */
  NIANGJIA_DATA: z.string().min(1).optional(),
  /** The operator's own PostgreSQL; without it the embedded one is started. */
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default("127.0.0.1"),
  NIANGJIA_DEMO: z.stringbool().default(false),
  /** Set when people reach the house by https. */
  NIANGJIA_SECURE: z.stringbool().default(false),
  /** Where short messages are posted to; without it none leaves the house. */
  NIANGJIA_SMS_URL: z.url().optional(),
  /** Where names and identity numbers are asked about; without it only a demo verifies, by itself. */
  NIANGJIA_IDENTITY_URL: z.url().optional(),
  ...wechatVariables,
  NIANGJIA_CRYPTO: z.enum(["aes", "sm"]).default("aes"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("warn"),
});

export interface Config {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly port: number;
  readonly host: string;
  readonly demo: boolean;
  readonly secure: boolean;
  readonly smsUrl?: string;
  readonly identityUrl?: string;
  /** The operator's mini-program, where there is one. */
  readonly wechat?: WechatSettings;
  readonly suite: "aes" | "sm";
  readonly logLevel: string;
}

/** Reads the settings; a wrong one is named with its variable. */
export function readConfig(environment: NodeJS.ProcessEnv, root: string): Config {
  const parsed = settings.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`配置有误 / wrong settings: ${faults.join("; ")}`);
  }
  const read = parsed.data;
  const folder = read.NIANGJIA_DATA ?? join(root, "data");
  return {
    dataFolder: isAbsolute(folder) ? folder : resolve(folder.replace(/^~(?=\/)/, homedir())),
    databaseUrl: read.DATABASE_URL,
    port: read.PORT,
    host: read.HOST,
    demo: read.NIANGJIA_DEMO,
    secure: read.NIANGJIA_SECURE,
    smsUrl: read.NIANGJIA_SMS_URL,
    identityUrl: read.NIANGJIA_IDENTITY_URL,
    wechat: wechatSettings(read),
    suite: read.NIANGJIA_CRYPTO,
    logLevel: read.LOG_LEVEL,
  };
}
