// Reminders of certificates (法人证书到期提醒): from the day one may be renewed its union hears of it, and once it has
// lapsed the union and the one above do; each once (基层工会法人登记管理办法, 总工办发〔2020〕20号, art 26–27).
import { postsOnLine } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf, daysBetween, formatDay } from "@niangjia/foundation/day";
import { tell } from "@niangjia/foundation/notices";
import { orgPath } from "@niangjia/foundation/orgpath";
import { unionStaff } from "@niangjia/foundation/roles";
import type { Sweep } from "@niangjia/foundation/worker";
import { type DueCertificate, dueCertificates, noteTold } from "./remind-store.ts";

/** Who works at the union, and, where nobody does or it has lapsed, at the nearest one above with staff. */
async function listeners(house: Act, { path, notice }: DueCertificate): Promise<string[]> {
  const wish = { path: orgPath(path), roles: unionStaff, upwards: true, atMost: 200 };
  const line = await postsOnLine(house, wish);
  const own = line.filter((post) => post.orgPath === path);
  const above = line.filter((post) => post.orgPath !== path);
  const next = above.filter((post) => post.orgPath === above[0]?.orgPath);
  const hearing = notice === "lapsed" || own.length === 0 ? [...own, ...next] : own;
  return [...new Set(hearing.map(({ accountId }) => accountId))];
}

const howTo = "换届选举结果批准后，用“法人资格登记”申请换领；换届推迟的，请先申请延期。";

function wordsOf(house: Act, { name, number, toDay, notice }: DueCertificate) {
  const whose = `“${name}”的《工会法人资格证书》（${number}）`;
  const link = "/functions/founding.legal";
  if (notice === "lapsed") {
    const body = `${whose}已在 ${formatDay(toDay)}到期，还没有换领。${howTo}`;
    return { title: "工会法人证书已经到期", body, link };
  }
  const left = daysBetween(dayOf(house.now), toDay);
  const body = `${whose}${formatDay(toDay)}到期，还有 ${left} 天，现在可以申请换领。${howTo}`;
  return { title: "工会法人证书快到期了", body, link };
}

/** How many people heard of it. */
async function remind(house: Act, due: DueCertificate): Promise<number> {
  if (!(await noteTold(house, due.id, due.notice))) return 0;
  const hearing = await listeners(house, due);
  for (const accountId of hearing) await tell(house, { accountId, ...wordsOf(house, due) });
  return hearing.length;
}

/** `subject` is the id of one union. Run twice it tells nobody the second time. */
export const remindSweep: Sweep = {
  name: "founding.remind",
  title: "法人证书到期提醒",
  cron: "20 8 * * *",
  async run(step, subject) {
    const due = await step((house) => dueCertificates(house, dayOf(house.now), subject));
    const did = { certificates: due.length, told: 0 };
    for (const one of due) did.told += await step((house) => remind(house, one));
    return did;
  },
};
