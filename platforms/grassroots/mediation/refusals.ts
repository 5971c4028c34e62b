// Refusals of mediation (调解的拒绝): each says what happened and what to do next.
import type { RefusalKind } from "@niangjia/foundation/refusal";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `mediation.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  notFound: kind(
    "not-found",
    404,
    "没有找到这件劳动争议。",
    "它可能不在您的管理范围内；请从调解台账里重新选择。",
  ),
  unionNotFound: kind("union-not-found", 404, "没有找到这个工会。", "请从列表里重新选择。"),
  noCounty: kind(
    "no-county",
    422,
    "“{name}”不在某个县（市、区）里，不能确定由谁受理。",
    "请选择用人单位所在的县（市、区）总工会。",
  ),
  notMediator: kind(
    "not-mediator",
    422,
    "选的这位同志不是“{name}”的调解员。",
    "请从调解员名单里重新选择。",
  ),
  conflict: kind(
    "conflict",
    409,
    "这位同志不能办这件争议：{why}。",
    "请由与双方没有利害关系的同志办理；本辖区没有合适的，请告知申请人去劳动仲裁或者上级工会。",
  ),
  sessionNotFound: kind("session-not-found", 404, "没有找到这次调解会议。", "请刷新后再试。"),
  notYours: kind(
    "not-yours",
    403,
    "这件争议不是您在调解。",
    "请由承办的调解员或者县（市、区）总工会干部办理。",
  ),
  notOpen: kind(
    "not-open",
    409,
    "这件争议现在是“{state}”，不能再约调解会议。",
    "受理以后、办结以前可以约；已办结又有新情况的，请重新申请。",
  ),
  startsPast: kind("starts-past", 422, "开会时间已经过去。", "请填写以后的时间。"),
  calledOff: kind("called-off", 409, "这次会议已经取消。", "需要再开的，请另约一次。"),
  notYetHeld: kind(
    "not-yet-held",
    409,
    "会议还没有到时间，不能写笔录。",
    "请在会议开始以后填写；提前开了的，先取消这一次，照实际时间另约。",
  ),
  noAgreement: kind(
    "no-agreement",
    409,
    "这件争议还没有签成调解协议。",
    "双方签字盖章以后才能办这一步。",
  ),
  dayAhead: kind("day-ahead", 422, "日期还没有到。", "请填写今天或以前的日期。"),
  dayEarly: kind(
    "day-early",
    422,
    "收款日期早于受理的那天。",
    "请核对日期；受理前已经付清的，不算追回。",
  ),
  tooMuch: kind(
    "too-much",
    422,
    "追回的钱合计会超过协议金额 {total}。",
    "请核对金额；确实多付的，请在说明里写清并分开记录。",
  ),
  windowOver: kind(
    "window-over",
    409,
    "申请司法确认的期限到 {day} 为止，已经过了。",
    "单位不履行的，请告知职工可以申请劳动仲裁；拖欠工资的可以申请支付令。",
  ),
  alreadyDelivered: kind(
    "already-delivered",
    409,
    "这件争议已向“{partner}”移送过{kind}材料。",
    "不用重复移送，请在移送记录里看回执；对方没有受理或者送错了的，先在移送记录里记明，再移送。",
  ),
  deliveryNotFound: kind("delivery-not-found", 404, "没有找到这次移送。", "请刷新后再试。"),
  deliveryVoid: kind(
    "delivery-void",
    409,
    "这次移送已经记为没有受理或者送错。",
    "请刷新后查看；材料要送到别处的，另办一次移送。",
  ),
  receiptThere: kind(
    "receipt-there",
    409,
    "这次移送已有回执 {receipt}。",
    "不用再填；对方换了案号的，请在沟通里写明。",
  ),
  notReferable: kind(
    "not-referable",
    409,
    "这件争议现在是“{state}”，不能移送。",
    "受理或者告知去向以后才能移送；撤回了的，请申请人重新申请。",
  ),
  noConsent: kind(
    "no-consent",
    422,
    "移送卷宗要职工本人同意。",
    "请先征得本人同意；不同意的，告知其可以自己申请仲裁或者起诉。",
  ),
  tooManyToExport: kind(
    "too-many-to-export",
    422,
    "符合条件的争议有 {count} 件，一次最多导出 {limit} 件。",
    "请加上条件（如申请日期）再导出。",
  ),
  interestNotFound: kind("interest-not-found", 404, "没有找到这条申报。", "请刷新后再试。"),
} as const;
