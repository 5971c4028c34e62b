// Posts (岗位): who acts for which union, as the administrators see it.
import type { paths as Paths } from "../../api.d.ts";
import type { RowAt } from "../../client.ts";
import { listAt } from "../../list-state.ts";

export const readPosts = listAt("/api/access/posts");

export type Post = RowAt<"/api/access/posts">;

export type NewPost = NonNullable<
  Paths["/api/access/posts"]["post"]["requestBody"]
>["content"]["application/json"];

export const roleTitles: Readonly<Record<string, string>> = {
  officer: "工会干事",
  chair: "工会主席",
  cadre: "总工会干部",
  mediator: "调解员",
  lawyer: "律师",
  partner: "合作单位",
  "system-admin": "系统管理员",
  "security-admin": "安全管理员",
  "audit-admin": "审计管理员",
};

export const stateTitles = { asked: "待批准", held: "在任", ended: "已结束" } as const;
