// Refusals of the room (换届的拒绝): each says what happened and what to do next.
import type { RefusalKind } from "@niangjia/foundation/refusal";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `election.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  top: kind(
    "top",
    409,
    "“{name}”是最上级工会，没有上级工会可以批准。",
    "请按全国总工会的规定办理，不在这里申请。",
  ),
  noTerm: kind(
    "no-term",
    409,
    "没有“{name}”现任委员会的记录。",
    "请先办理“换届申请”，登记选举结果。",
  ),
  committeeChanged: kind(
    "committee-changed",
    409,
    "提交以后，“{name}”的委员会有了变动：{why}",
    "请退回申请人照现任名单重新填写；已经换届、不用再调整的，请不予通过。",
  ),
  extendedAlready: kind(
    "extended-already",
    409,
    "“{name}”本届已经延期到 {day}。",
    "请在这一天以前召开大会，办理“换届申请”。",
  ),
  delayPast: kind(
    "delay-past",
    409,
    "“{name}”延期以后到 {day}届满，这一天已经过去。",
    "请改为申请“换届”，尽快召开大会；确实开不了的，把延期写长，并说明特殊情况。",
  ),
  nothingChanged: kind(
    "nothing-changed",
    409,
    "“{name}”现在就是这个名称。",
    "请填写新的名称，或者选择合并、撤销。",
  ),
  hasUnionsBelow: kind(
    "has-unions-below",
    409,
    "“{name}”下面还有 {count} 个工会。",
    "请先为它们办理“隶属关系调整”，或者先撤销它们。",
  ),
  withItself: kind(
    "with-itself",
    422,
    "不能并入它自己或它下面的工会。",
    "请选择另一个工会；方向相反的，请由对方提出申请。",
  ),
  unionNotFound: kind("union-not-found", 404, "没有找到这个工会。", "请从组织树里重新选择。"),
  notDue: kind(
    "not-due",
    409,
    "“{name}”{day}届满，还有 {left} 天，没有到提醒的时候。",
    "届满前 {ahead} 天会自动提醒。",
  ),
  remindedAlready: kind(
    "reminded-already",
    409,
    "“{name}”已经在 {day} 提醒过。",
    "下一次会按时自动提醒；很急的，请直接联系该工会。",
  ),
  tooManyToExport: kind(
    "too-many-to-export",
    422,
    "符合条件的工会有 {count} 个，一次最多导出 {limit} 个。",
    "请先加上条件，再导出。",
  ),
} as const;
