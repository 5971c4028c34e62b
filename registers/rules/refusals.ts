// Refusals of setting numbers (规定数值).
import type { RefusalKind } from "@niangjia/foundation/refusal";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `rules.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  notFederation: kind(
    "not-federation",
    403,
    "规定数值由省、市、县总工会设定，您的岗位不在总工会。",
    "请以总工会主席或干部的岗位办理；本工会的组织类型或行政区划登记有误的，请先办理“信息变更”。",
  ),
  unknown: kind(
    "unknown",
    404,
    "没有找到这个可以由各地设定的数值。",
    "请刷新页面，从列表里重新选择。",
  ),
  misfit: kind("misfit", 422, "填写的数值不对：{why}。", "请按单位重新填写。"),
  day: kind(
    "day",
    422,
    "生效日期最早是明天：今天已经按原来的数值办了的事，不能改。",
    "请选择明天或以后的日期；已经核准的同一天不能再设。",
  ),
  waits: kind(
    "waits",
    409,
    "这个数值已有一份改动在等人核准。",
    "请先核准或者不同意那一份，再提出新的。",
  ),
  notFound: kind("not-found", 404, "没有找到这份改动，或已经有人处理。", "请刷新后查看最新情况。"),
  own: kind(
    "own",
    403,
    "自己提出的数值，须由本级总工会的另一位同志核准。",
    "请另一位主席或干部核准。",
  ),
} as const;
