// Posts (岗位): who acts for which union, as the administrators see it.
import type { paths as Paths } from "../../api.d.ts";
import { answer, api } from "../../client.ts";
import { queryOf } from "../../list-state.ts";
import type { ListState } from "../../ui/list.ts";

type Query = NonNullable<Paths["/api/access/posts"]["get"]["parameters"]["query"]>;

/** Words of the URL go to the server as they are: it is the server that says which of them make sense. */
export const readPosts = (state: ListState) =>
  answer(api.GET("/api/access/posts", { params: { query: queryOf(state) as Query } }));

export type Post = Awaited<ReturnType<typeof readPosts>>["rows"][number];

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
