// Me (我是谁): the signed-in account, its posts with their unions, and the menu of the post it acts through.

import { hasWechat, type OwnPost, ownPosts } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { type Answer, doorRefusals, type May, type Route, route } from "@niangjia/foundation/http";
import { countUnread } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import { type Role, roles } from "@niangjia/foundation/roles";
import type { Room } from "@niangjia/foundation/room";
import { sql } from "kysely";
import { me as contract } from "./contract.ts";

const platformTitles: Readonly<Record<string, string>> = {
  realname: "实名制管理",
  grassroots: "基层工会工作",
  headquarters: "县总综合业务",
  benefits: "职工普惠",
  gig: "新业态劳动者服务",
  administration: "系统管理",
};

type Me = Exclude<Answer<typeof contract>, undefined>;

const opens = (may: May, role: Role): boolean => typeof may === "string" || may.includes(role);

/** The platforms, rooms and functions a role may enter, in the order of the house. */
export function menuOf(rooms: readonly Room[], role: Role): Me["menu"] {
  const platforms = new Map<string, Me["menu"][number]["rooms"]>();
  for (const { word, title, platform, functions = [] } of rooms) {
    const open = functions.filter(({ may }) => opens(may, role));
    if (!platform || open.length === 0) continue;
    const entries = platforms.get(platform) ?? [];
    entries.push({
      room: word,
      title,
      path: `/${platform}/${word}`,
      functions: open.map(({ id, title }) => ({ id, title })),
    });
    platforms.set(platform, entries);
  }
  return [...platforms].map(([platform, entries]) => ({
    platform,
    title: platformTitles[platform] ?? platform,
    rooms: entries,
  }));
}

interface UnionName {
  readonly id: string;
  readonly name: string;
  readonly level: string;
}

async function unionNames(act: Act, ids: readonly string[]): Promise<Map<string, UnionName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<UnionName>`select id, name, level from organisation.unions
    where id = any(${[...ids]})`.execute(act.tx);
  return new Map(rows.map((row) => [row.id, row]));
}

function describe(post: OwnPost, unions: ReadonlyMap<string, UnionName>): Me["posts"][number] {
  const union = unions.get(post.orgId);
  const { id, role, title, orgId, orgPath, closed } = post;
  const org = { id: orgId, name: union?.name ?? "", path: orgPath, level: union?.level ?? "" };
  return { id, role, roleName: roles[role], title, org, closed };
}

export function meRoute(rooms: readonly Room[], demo: boolean): Route {
  return route(contract, {
    may: "signed-in",
    async run(act) {
      const { actor } = act;
      if (actor.accountId === null || actor.role === null) throw refuse(doorRefusals.signedOut);
      const held = await ownPosts(act);
      const unions = await unionNames(
        act,
        held.map((post) => post.orgId),
      );
      const posts = held.map((post) => describe(post, unions));
      return {
        account: { id: actor.accountId, name: actor.ownName, wechat: await hasWechat(act) },
        role: actor.role,
        post: posts.find(({ id }) => id === actor.post?.id) ?? null,
        posts,
        menu: menuOf(rooms, actor.role),
        unread: await countUnread(act),
        demo,
      };
    },
  });
}
