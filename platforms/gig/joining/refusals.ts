// Refusals of joining (新业态入会的拒绝): each says what happened and what to do next.
import type { RefusalKind } from "@niangjia/foundation/refusal";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `joining.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  notFound: kind(
    "not-found",
    404,
    "没有找到这个入会活动或海报。",
    "它可能不在您的管理范围内；请从列表里重新选择。",
  ),
  unionNotFound: kind("union-not-found", 404, "没有找到这个工会。", "请从组织树里重新选择。"),
  unionNotLive: kind("union-not-live", 409, "“{name}”现在不在正常运行。", "请选择正在运行的工会。"),
  alreadyPast: kind("already-past", 422, "失效时间已经过去。", "请填写以后的时间。"),
  resolutionAhead: kind(
    "resolution-ahead",
    422,
    "决议日期还没有到。",
    "请照决议文件填写日期；还没有开会的，先不填决议，到时逐批审核。",
  ),
  codeUnknown: kind(
    "code-unknown",
    404,
    "没有这个入会码。",
    "请重新扫描海报上的二维码，或照二维码下面的编码再输一遍。",
  ),
  notOpen: kind("not-open", 409, "{say}", "{next}"),
  alreadyMember: kind(
    "already-member",
    409,
    "这个证件号码已是工会会员。",
    "不用重复入会；换了单位或工会，请申请“组织关系接转”。",
  ),
  keptMember: kind(
    "kept-member",
    409,
    "这个证件号码的会籍已保留。",
    "不用重新入会；重新就业后，请申请“恢复会籍”。",
  ),
  nameDiffers: kind(
    "name-differs",
    409,
    "这个证件号码登记的姓名与填写的不一致。",
    "请照身份证核对姓名和号码；确实改过名字的，请带证件到工会办理。",
  ),
  otherDocument: kind(
    "other-document",
    409,
    "您以前用另一个证件登记过。",
    "请用原来的证件，走“入会申请”；证件已更换的，请带新旧证件到工会更正。",
  ),
  accountElsewhere: kind(
    "account-elsewhere",
    409,
    "这个证件号码已有另一个账号。",
    "请用原来的手机号登录；手机号已停用的，请带证件到工会办理。",
  ),
  notVoluntary: kind(
    "not-voluntary",
    422,
    "入会须由职工本人自愿申请。",
    "请本人确认自愿加入后再提交。",
  ),
  tooYoung: kind(
    "too-young",
    422,
    "年满 {age} 周岁才能加入工会。",
    "请照身份证核对号码；未满年龄的请到期后再申请。",
  ),
  listEmpty: kind("list-empty", 422, "没有符合条件的人。", "等有人扫码提交后再导出，或放宽条件。"),
  listTooLarge: kind(
    "list-too-large",
    422,
    "符合条件的超过 {limit} 人，一次导不出来。",
    "请按状态分几次导出。",
  ),
  purposeNeeded: kind(
    "purpose-needed",
    422,
    "导出完整信息要写明用途。",
    "请填写用途（至少 2 个字）；每个人都能看到是谁、为什么导出。",
  ),
  wholeNotPermitted: kind(
    "whole-not-permitted",
    403,
    "您现在的岗位只能导出脱敏名单。",
    "需要完整信息的，请由工会主席或总工会干部导出。",
  ),
  listNotFound: kind(
    "list-not-found",
    404,
    "没有找到这次导出的文件。",
    "只能下载自己导出的文件；请重新导出。",
  ),
  faulty: kind("faulty", 422, "有 {count} 处没有填对。", "请按每一处的提示修改后再提交。"),
  dayAhead: kind("day-ahead", 422, "日期还没有到。", "请填写今天或以前的日期。"),
  notFederation: kind(
    "not-federation",
    422,
    "从业人数按区县及以上总工会填报，“{name}”不是。",
    "请选择所在的区县总工会。",
  ),
} as const;
