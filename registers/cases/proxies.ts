// Proxies (代理): somebody away for some days names who does their work at cases meanwhile.
import { standInsOf } from "@niangjia/engine/process";
import { type PostHolder, postHolders } from "@niangjia/foundation/access";
import type { Act, ActingPost } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { type Day, day, dayOf, daysBetween, formatDay } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { tell } from "@niangjia/foundation/notices";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { colleagues, shownColleagues } from "./colleagues.ts";
import type * as contract from "./contract.ts";
import type { Offers } from "./functions.ts";
import { insertProxy, ownProxies, type ProxyRow, endProxy as putEnd } from "./proxy-store.ts";
import { refusals } from "./refusals.ts";
import { refuseUnfit } from "./stand-ins.ts";

type Row = Answer<typeof contract.listProxies>["rows"][number];

const daysAtMost = 366;

function stateOf({ fromDay, toDay, endedAt }: ProxyRow, today: Day): Row["state"] {
  if (endedAt) return "ended";
  if (toDay < today) return "over";
  return fromDay > today ? "coming" : "running";
}

export async function listProxies(
  act: Act,
  offers: Offers,
): Promise<Answer<typeof contract.listProxies>> {
  const own = await ownProxies(act);
  const holders = await postHolders(act, [
    ...new Set(own.flatMap(({ postId, deputyPost }) => [postId, deputyPost])),
  ]);
  const wordsOf = (post: string) =>
    holders.find(({ postId }) => postId === post)?.words ?? "（已不在岗）";
  const titleOf = (id: string) => ({ id, title: offers.get(id)?.fn.title ?? id });
  const today = dayOf(act.now);
  const rows = own.map((proxy): Row => {
    const { id, postId, deputyPost, fromDay, toDay, reason } = proxy;
    return {
      ...{ id, fromDay, toDay, reason },
      mine: proxy.accountId === act.actor.accountId,
      principal: wordsOf(postId),
      deputy: wordsOf(deputyPost),
      functions: proxy.functions?.map(titleOf) ?? null,
      state: stateOf(proxy, today),
    };
  });
  return { rows };
}

function postOf({ actor }: Act): ActingPost {
  if (!actor.post) throw new Error("only a post-holder names a proxy");
  return actor.post;
}

/** Who does the principal's work where they do or above, and so sees what lies on their desk. */
export async function listDeputies(
  act: Act,
  { query }: Asked<typeof contract.listDeputies>,
): Promise<Answer<typeof contract.listDeputies>> {
  const path = orgPath(postOf(act).orgPath);
  const roles = standInsOf(postOf(act).role);
  const found = await colleagues(act, { path, words: query.q, upwards: true, roles });
  const others = found.filter(({ accountId }) => accountId !== act.actor.accountId);
  return { rows: await shownColleagues(act, others) };
}

async function deputyAt(act: Act, post: string): Promise<PostHolder> {
  const [deputy] = await postHolders(act, [post]);
  if (!deputy) throw refuse(refusals.noSuchDeputy);
  if (deputy.accountId === act.actor.accountId) throw refuse(refusals.deputyIsSelf);
  const reaches = contains(orgPath(deputy.orgPath), orgPath(postOf(act).orgPath));
  if (!reaches) throw refuse(refusals.deputyElsewhere);
  refuseUnfit(postOf(act).role, deputy);
  return deputy;
}

function refuseWrongDays(act: Act, { fromDay, toDay }: Pick<ProxyRow, "fromDay" | "toDay">): void {
  const length = daysBetween(fromDay, toDay);
  if (fromDay < dayOf(act.now) || length < 0 || length >= daysAtMost) {
    throw refuse(refusals.proxyDays);
  }
}

const proxyWords = (who: string, proxy: Pick<ProxyRow, "fromDay" | "toDay" | "reason">): string =>
  `${who}请您在 ${formatDay(proxy.fromDay)} 至 ${formatDay(proxy.toDay)} 代理办件，原因：${proxy.reason}。` +
  "届时其待办会出现在您的工作台。";

export async function nameProxy(
  act: Act,
  offers: Offers,
  { body }: Asked<typeof contract.nameProxy>,
): Promise<Answer<typeof contract.nameProxy>> {
  const { functions = null, reason } = body;
  const days = { fromDay: day(body.fromDay), toDay: day(body.toDay) };
  refuseWrongDays(act, days);
  if (functions?.some((id) => !offers.has(id))) throw refuse(refusals.functionUnknown);
  const deputy = await deputyAt(act, body.deputy);
  const { actor } = act;
  const { id: postId, orgPath: path } = postOf(act);
  const id = newId(act.now);
  concerns(act, `proxy:${id}`);
  await insertProxy(act, {
    ...{ id, accountId: actor.accountId!, postId, orgPath: path, ...days },
    ...{ deputyAccount: deputy.accountId, deputyPost: deputy.postId, functions, reason },
  });
  await tell(act, {
    accountId: deputy.accountId,
    title: "请您代理办件",
    body: proxyWords(actor.name, { ...days, reason }),
  });
  return { id };
}

export async function endProxy(
  act: Act,
  { params }: Asked<typeof contract.endProxy>,
): Promise<Answer<typeof contract.endProxy>> {
  concerns(act, `proxy:${params.id}`);
  if (!(await putEnd(act, params.id))) throw refuse(refusals.noSuchProxy);
  return { ended: true };
}
