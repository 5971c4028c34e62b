// Refusals of the door itself (接口层拒绝): not signed in, not permitted, unreadable, repeated, too many.
import type { RefusalKind } from "../refusal.ts";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `http.${code}`,
  status,
  say,
  next,
});

export const doorRefusals = {
  unreadable: kind(
    "unreadable",
    400,
    "有 {count} 处内容没有填对。",
    "请按每一处的提示修改后再提交。",
  ),
  badCharacter: kind(
    "bad-character",
    400,
    "内容里有不能保存的字符。",
    "请删去看不见的特殊字符后再提交。",
  ),
  noKey: kind(
    "idempotency-key-missing",
    400,
    "这次提交缺少防重复编号。",
    "请刷新页面后重试；接口调用请带上 Idempotency-Key 请求头（8 至 64 个字符）。",
  ),
  signedOut: kind("signed-out", 401, "您还没有登录，或登录已过期。", "请重新登录后继续。"),
  foreignSite: kind(
    "foreign-site",
    403,
    "这次提交不是从本系统页面发出的，已拦下。",
    "请在本系统页面内操作；接口调用请带上 X-Niangjia 请求头。",
  ),
  notPermitted: kind(
    "not-permitted",
    403,
    "您现在的岗位不能办理“{title}”。",
    "如果您有别的岗位，请切换岗位；需要开通请联系上级工会的系统管理员。",
  ),
  noPost: kind("no-post", 403, "您还没有选择岗位。", "请先选择以哪个岗位办理。"),
  notFound: kind("not-found", 404, "没有找到您要的内容。", "它可能不存在，或不在您的管理范围内。"),
  keyReused: kind(
    "idempotency-key-reused",
    409,
    "同一个防重复编号已用于另一项内容不同的提交。",
    "请刷新页面后重新提交。",
  ),
  doneBefore: kind(
    "done-before",
    409,
    "这一步刚才已经办过了。",
    "请刷新页面查看结果，不用再提交。",
  ),
  conflict: kind("conflict", 409, "这条内容刚被别人改过。", "请刷新后看过最新内容再提交。"),
  tooLarge: kind("too-large", 413, "提交的内容太大。", "请缩小后再提交。"),
  wrongType: kind("wrong-type", 415, "提交的内容格式不对。", "请按接口说明用 JSON 提交。"),
  tooMany: kind("too-many", 429, "操作太频繁。", "请等 {seconds} 秒后再试。"),
  broken: kind(
    "broken",
    500,
    "系统出了问题，这次操作没有生效。",
    "请稍后再试；多次出现请把编号告诉管理员。",
  ),
  starting: kind(
    "starting",
    503,
    "系统正在启动或暂时连不上数据库。",
    "请过一会儿再试，已经提交成功的内容不会丢。",
  ),
} as const;

/** Statuses any route may answer with besides success, for the API page. */
export const doorStatuses = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503] as const;
