// Refusals of proposals (提案的拒绝): each says what happened and what to do next.
import type { RefusalKind } from "@niangjia/foundation/refusal";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `proposals.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  notMember: kind(
    "not-member",
    403,
    "只有在册的工会会员可以提案、附议、投票和质询。",
    "还没有入会的，请先办“入会申请”；保留会籍期间没有表决权。",
  ),
  faulty: kind("faulty", 422, "有 {count} 处填得不对。", "请改好标出的内容再提交。"),
  unionNotFound: kind("union-not-found", 404, "没有找到这个工会。", "请从列表里重新选择。"),
  notFound: kind(
    "not-found",
    404,
    "没有找到这件提案。",
    "它可能不在您能看的范围内；请从列表里重新选择。",
  ),
  notAsked: kind("not-asked", 403, "这件提案没有请您附议。", "想支持它，请告诉提案人邀请您。"),
  alreadySaid: kind(
    "already-said",
    409,
    "您已经答复过：{said}。",
    "提案人改了提案内容，会再请您附议。",
  ),
  notSeconding: kind(
    "not-seconding",
    409,
    "这件提案现在是“{state}”，不再征集附议。",
    "请在提案列表里看它的进展。",
  ),
  notProposer: kind("not-proposer", 403, "只有提案人可以邀请附议人。", "请告诉提案人。"),
  invitedAlready: kind(
    "invited-already",
    409,
    "已经邀请过这位会员。",
    "请提醒对方在 App 里答复，或者另请一位。",
  ),
  colleagueUnknown: kind(
    "colleague-unknown",
    422,
    "在您的工会没有找到这位会员。",
    "请核对姓名和手机号；附议人要是同一工会的会员。",
  ),
  notYourself: kind("not-yourself", 422, "提案人不能附议自己的提案。", "请邀请别的会员。"),
  tooFew: kind(
    "too-few-seconders",
    409,
    "现在有 {count} 位会员附议，至少要 {least} 位。",
    "请等附议人在 App 里答复；人数不够的，请提案人再邀请几位。",
  ),
  rateInstead: kind(
    "rate-instead",
    409,
    "这一步请提案人评价答复，不能退回或者不同意。",
    "不满意的，请点“评价”，选“不满意”并写明原因，承办部门会重新办理。",
  ),
  withdrawInstead: kind(
    "withdraw-instead",
    409,
    "征集附议这一步不能退回或者不同意。",
    "不想提了，请用“撤回”；附议人不够，请再邀请几位。",
  ),
  answerInstead: kind(
    "answer-instead",
    409,
    "已经立案的提案和收到的质询要书面答复，不能不予通过。",
    "一时解决不了的，请在答复里说明原因；答复不合适的，请退回承办人修改。",
  ),
  campaignNotFound: kind(
    "campaign-not-found",
    404,
    "没有找到这次征集活动。",
    "它可能不在您的管理范围内；请从列表里重新选择。",
  ),
  campaignOver: kind("campaign-over", 409, "这次征集已经结束。", "需要再征集的，请另开一次。"),
  dayPast: kind("day-past", 422, "截止日期已经过去。", "请填写今天或以后的日期。"),
  notNominable: kind(
    "not-nominable",
    422,
    "“{title}”现在不能参评。",
    "只有本工会已经答复并办结的提案可以参评，请去掉它。",
  ),
  tooManyPlaces: kind(
    "too-many-places",
    422,
    "名额 {places} 个，参评提案只有 {count} 件。",
    "名额要少于参评的件数，请改名额或者多选几件。",
  ),
  selectionNotFound: kind(
    "selection-not-found",
    404,
    "没有找到这次评选。",
    "它可能不是您所在工会的；请从列表里重新选择。",
  ),
  notNominated: kind(
    "not-nominated",
    422,
    "这件提案没有参加这次评选。",
    "请从参评的提案里选一件。",
  ),
  voteOver: kind(
    "vote-over",
    409,
    "投票到 {day} 为止，已经结束。",
    "结果在次日公布，请在评选页面看。",
  ),
  votedAlready: kind(
    "voted-already",
    409,
    "您已经投过票了，一人一票，投出不能改。",
    "请等投票结束后看结果。",
  ),
  disclosureNotFound: kind(
    "disclosure-not-found",
    404,
    "没有找到这个公开事项。",
    "它可能还没有到公开的日期，或者不是您所在工会的；请从列表里重新选择。",
  ),
  withdrawnAlready: kind(
    "withdrawn-already",
    409,
    "这个公开事项已经撤回。",
    "需要重新公开的，请另发一条。",
  ),
  fileNotFound: kind("file-not-found", 404, "没有找到这个附件。", "请刷新后再试。"),
  tooManyToExport: kind(
    "too-many-to-export",
    422,
    "符合条件的有 {count} 条，一次最多导出 {limit} 条。",
    "请加上条件再导出。",
  ),
} as const;
