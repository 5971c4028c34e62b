// niangjia admin (首任管理员): the three administrators a new house begins with; afterwards they are made in the portal.
import { randomBytes } from "node:crypto";
import { insertPost, openAccount } from "@niangjia/foundation/access";
import { type Act, system } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { readPhone } from "@niangjia/foundation/phone";
import { roles } from "@niangjia/foundation/roles";
import { findByPath, plantUnions, type UnionLevel } from "@niangjia/registers/organisations";
import { generateSecret, generateURI } from "otplib";
import type { Command, Values } from "./command.ts";
import { openGround, openWhole } from "./open.ts";

const administrators = ["system-admin", "security-admin", "audit-admin"] as const;
type Administrator = (typeof administrators)[number];

interface Wanted {
  readonly role: Administrator;
  readonly name: string;
  readonly phone: string;
  readonly division: string;
  readonly unionName: string;
}

const usage =
  "用法：npx niangjia admin --role system-admin --name 姓名 --phone 手机号 --division 430000 --union 湖南省总工会";

function readWanted(values: Values): Wanted {
  const role = administrators.find((one) => one === values.role);
  const phone = readPhone(String(values.phone ?? ""));
  const name = String(values.name ?? "").trim();
  const division = String(values.division ?? "").trim();
  const unionName = String(values.union ?? "").trim();
  if (!role) throw new Error(`--role 应是 ${administrators.join("、")} 之一。\n${usage}`);
  if (!phone.ok) throw new Error(`--phone：${phone.say}\n${usage}`);
  if (name.length < 2) throw new Error(`请用 --name 写明姓名。\n${usage}`);
  if (!/^\d{6}$/.test(division)) throw new Error(`--division 应是 6 位行政区划代码。\n${usage}`);
  return { role, name, phone: phone.value, division, unionName };
}

/** What a federation of this division is, by the zeros at the end of its code (GB/T 2260). */
function levelOf(division: string): UnionLevel {
  if (division.endsWith("0000")) return "province";
  return division.endsWith("00") ? "city" : "county";
}

async function topUnion(act: Act, wanted: Wanted): Promise<string> {
  const path = `/${wanted.division}/`;
  const found = await findByPath(act, path);
  if (found) return found.id;
  if (!wanted.unionName) throw new Error(`还没有这一级工会，请用 --union 写明名称。\n${usage}`);
  const { division, unionName: name } = wanted;
  const sinceDay = dayOf(act.now);
  const union = { path, name, level: levelOf(division), kind: "10", division, sinceDay };
  const ids = await plantUnions(act, [union], { kind: "import", id: null });
  return ids.get(path) ?? "";
}

async function appoint(act: Act, wanted: Wanted): Promise<{ password: string; totp: string }> {
  const orgId = await topUnion(act, wanted);
  const password = randomBytes(9).toString("base64url");
  const totp = generateSecret();
  const { name, phone, role, division } = wanted;
  const { id: accountId } = await openAccount(act, { name, phone, password, totpSecret: totp });
  const place = { orgId, orgPath: `/${division}/` };
  const term = { fromDay: dayOf(act.now), toDay: null };
  const post = { id: newId(), accountId, role, title: roles[role], ...place, ...term };
  await insertPost(act, post, "held");
  return { password, totp };
}

export const admin: Command = {
  summary: "设立首任管理员（系统、安全、审计三员分立，各建一名）",
  options: {
    role: { type: "string" },
    name: { type: "string" },
    phone: { type: "string" },
    division: { type: "string" },
    union: { type: "string" },
  },
  async run(values) {
    const wanted = readWanted(values);
    const opened = await openGround();
    const house = await openWhole(opened);
    try {
      const made = await house.act(system("niangjia admin"), (act) => appoint(act, wanted));
      const uri = generateURI({ issuer: "娘家", label: wanted.name, secret: made.totp });
      process.stdout.write(
        `\n  ${roles[wanted.role]} ${wanted.name} 已设立，以下内容只显示这一次：\n` +
          `  密码 ${made.password}\n  动态口令密钥 ${made.totp}\n  ${uri}\n`,
      );
      return 0;
    } finally {
      await house.close();
      await opened.store.stop();
    }
  },
};
