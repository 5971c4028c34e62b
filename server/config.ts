// Configuration (配置): what an operator may set, from the environment and the command line; all of it has a default.
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { addressVariable } from "./address.ts";
import { pushHosts, pushVariable } from "./gateways/push-settings.ts";
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
  /** Where people reach the house, such as `https://gh.example.gov.cn`; this machine's otherwise. */
  NIANGJIA_ADDRESS: addressVariable.optional(),
  /** Set when people reach the house by https; an address that says so is enough. */
  NIANGJIA_SECURE: z.stringbool().default(false),
  /** Where short messages are posted to; without it none leaves the house. */
  NIANGJIA_SMS_URL: z.url().optional(),
  /** Where names and identity numbers are asked about; without it only a demo verifies, by itself. */
  NIANGJIA_IDENTITY_URL: z.url().optional(),
  NIANGJIA_PARTNERS_URL: z.url().optional(),
  /** Push services that may carry what devices are told; without them there is no push. */
  NIANGJIA_PUSH_HOSTS: pushVariable.optional(),
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
  readonly address?: string;
  readonly secure: boolean;
  readonly smsUrl?: string;
  readonly identityUrl?: string;
  /** The operator's exchange with courts and arbitration bodies. */
  readonly partnersUrl?: string;
  /** Hosts of push services, such as `*.push.apple.com`. */
  readonly pushHosts?: readonly string[];
  /** The operator's mini-program, where there is one. */
  readonly wechat?: WechatSettings;
  readonly suite: "aes" | "sm";
  readonly logLevel: string;
}

type Settings = z.output<typeof settings>;

/** Whether people reach the house by https. Throws where nobody said at which address. */
function isSecure({ NIANGJIA_SECURE: secure, NIANGJIA_ADDRESS: address }: Settings): boolean {
  if (secure && !address) {
    throw new Error(
      "配置有误 / wrong settings: NIANGJIA_SECURE=true 时还要设置 NIANGJIA_ADDRESS（公众打开本系统的网址，如 https://gh.example.gov.cn），会员证明上的二维码要用它",
    );
  }
  return secure || (address?.startsWith("https:") ?? false);
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
    address: read.NIANGJIA_ADDRESS,
    secure: isSecure(read),
    smsUrl: read.NIANGJIA_SMS_URL,
    identityUrl: read.NIANGJIA_IDENTITY_URL,
    partnersUrl: read.NIANGJIA_PARTNERS_URL,
    pushHosts: pushHosts(read.NIANGJIA_PUSH_HOSTS, read.NIANGJIA_ADDRESS),
    wechat: wechatSettings(read),
    suite: read.NIANGJIA_CRYPTO,
    logLevel: read.LOG_LEVEL,
  };
}
