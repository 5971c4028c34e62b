// Demo accounts (演示账号): one kind for each kind of user. For demonstration only.
import { type Day, day } from "@niangjia/foundation/day";
import { type OrgPath, orgPath } from "@niangjia/foundation/orgpath";
import type { Role } from "@niangjia/foundation/roles";
import { epochDayOf } from "./calendar.ts";
import type { DemoUnion } from "./demo-union.ts";
import { divisionOf } from "./divisions.ts";
import { federationPath } from "./federations.ts";
import { officerName, personName } from "./names.ts";
import { IdentityRegistrar, staffPhone } from "./numbers.ts";
import { type DemoPerson, people } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { isShownFirm, showcase } from "./unions.ts";

/** What each kind of account may do and is called. */
const kinds = {
  "province-cadre": { role: "cadre", title: "省总工会经办" },
  "province-reviewer": { role: "cadre", title: "省总工会审核" },
  "city-cadre": { role: "cadre", title: "市总工会经办" },
  "city-reviewer": { role: "cadre", title: "市总工会审核" },
  "county-cadre": { role: "cadre", title: "县总工会经办" },
  "county-reviewer": { role: "cadre", title: "县总工会审核" },
  "town-officer": { role: "officer", title: "乡镇街道工会干事" },
  "firm-officer": { role: "officer", title: "企业工会干事" },
  "firm-chair": { role: "chair", title: "企业工会主席" },
  worker: { role: "worker", title: "职工" },
  member: { role: "member", title: "会员" },
  "system-admin": { role: "system-admin", title: "系统管理员" },
  "security-admin": { role: "security-admin", title: "安全管理员" },
  "audit-admin": { role: "audit-admin", title: "审计管理员" },
  partner: { role: "partner", title: "合作单位" },
  mediator: { role: "mediator", title: "县总工会调解员" },
  lawyer: { role: "lawyer", title: "县总工会法律援助律师" },
} as const satisfies Record<string, { role: Role; title: string }>;

type AccountKind = keyof typeof kinds;

export interface DemoAccount {
  readonly kind: AccountKind;
  readonly role: Role;
  readonly title: string;
  readonly name: string;
  readonly phone: string;
  /** Where the post is held; null for the worker, who has joined no union yet. */
  readonly unionPath: OrgPath | null;
  /**
   * One password for all accounts of a kind, so that it is hashed once; null for those who sign in
   * by phone code.
   */
  readonly password: string | null;
  /** Base32, 160 bits, its own for each account; null as above. */
  readonly totpSecret: string | null;
  /** Who the worker and the member are; the member is the first of `people` of the same seed. */
  readonly person: Pick<DemoPerson, "name" | "sex" | "birthDay" | "idNumber"> | null;
  /**
   * One account of each kind, all in one line from the province to the firm, is shown when the demo
   * starts.
   */
  readonly shown: boolean;
}

const base32 = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"];

const totpSecret = (random: Random): string =>
  Array.from({ length: 32 }, () => random.pick(base32)).join("");

/** 长沙县, where the worker could join a union. */
const workerFrom = showcase.county.code;
const workerBorn: Day = day("1996-05-18");

function unorganisedWorker(random: Random): NonNullable<DemoAccount["person"]> {
  const name = personName(random, { sex: "男", birthYear: 1996, ethnicGroup: "汉族" });
  const idNumber = new IdentityRegistrar("apart").issue(workerFrom, epochDayOf(workerBorn), "男");
  return { name, sex: "男", birthDay: workerBorn, idNumber };
}

/** Where each kind of account has posts, in the order of the tree. */
function* posts(unions: readonly DemoUnion[]): Generator<[AccountKind, OrgPath | null]> {
  const province = orgPath("/430000/");
  const town = federationPath(showcase.town);
  const firm = unions.find(isShownFirm)!.path;
  yield ["system-admin", province];
  yield ["security-admin", province];
  yield ["audit-admin", province];
  for (const { level, path } of unions) {
    if (level !== "province" && level !== "city" && level !== "county") continue;
    yield [`${level}-cadre`, path];
    yield [`${level}-reviewer`, path];
  }
  yield ["town-officer", town];
  yield ["firm-officer", firm];
  yield ["firm-chair", firm];
  yield ["member", firm];
  yield ["worker", null];
  yield ["partner", federationPath(showcase.county)];
  yield ["mediator", federationPath(showcase.county)];
  yield ["lawyer", federationPath(showcase.county)];
}

const shownPaths = new Set<OrgPath>([
  orgPath("/430000/"),
  federationPath(divisionOf("430100")),
  federationPath(showcase.county),
]);

/**
 * All demo accounts, for unions that hold the shown firm. The same seed and unions give the same
 * ones, with the same passwords and secrets.
 */
export function demoAccounts(seed: string, unions: readonly DemoUnion[]): DemoAccount[] {
  const random = createRandom(`${seed}/staff`);
  const { chair } = unions.find(isShownFirm)!.term;
  return Array.from(posts(unions), ([kind, unionPath], index) => {
    const { role, title } = kinds[kind];
    const byPhone = role === "worker" || role === "member";
    const [firstPerson] = kind === "member" ? people(seed, 1, { unions }) : [];
    const person = kind === "worker" ? unorganisedWorker(random) : (firstPerson ?? null);
    return {
      kind,
      role,
      title,
      name: person?.name ?? (kind === "firm-chair" ? chair : officerName(random)),
      phone: firstPerson?.phone ?? staffPhone(index),
      unionPath,
      password: byPhone ? null : `Demo-${kind}-2026`,
      totpSecret: byPhone ? null : totpSecret(random),
      person,
      shown: !/-(cadre|reviewer)$/.test(kind) || shownPaths.has(unionPath!),
    };
  });
}
