// Refusals of founding (工会组建的拒绝): each says what happened and what to do next.
import type { RefusalKind } from "@niangjia/foundation/refusal";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `founding.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  hasUnion: kind(
    "has-union",
    409,
    "这个单位已有工会“{name}”。",
    "职工可以直接申请加入；确要另建的，请先与该工会和上级工会联系。",
  ),
  preparedAlready: kind(
    "prepared-already",
    409,
    "这个单位的工会“{name}”已经批准筹建。",
    "请接着办理“选举结果报批”，不用再申请一次；不再筹建的，请上级工会在“组建进度”里终止筹建。",
  ),
  notPrepared: kind(
    "not-prepared",
    409,
    "“{name}”没有经过“建会申请”，不能在这里办理。",
    "正在筹建的工会请先申请建会；已成立的工会换届请办“换届申请”。",
  ),
  notContact: kind(
    "not-contact",
    403,
    "只有申请建会的筹备组联系人和上级工会可以办理。",
    "请由当初提交建会申请的人办理，或联系上级工会。",
  ),
  notElected: kind(
    "not-elected",
    409,
    "“{name}”的选举结果还没有批准。",
    "请先办理“选举结果报批”，批准后再来。",
  ),
  electedAlready: kind(
    "elected-already",
    409,
    "“{name}”的选举结果已经批准。",
    "请接着办理“成立备案公示”；以后换届请办“换届申请”。",
  ),
  openedAlready: kind(
    "opened-already",
    409,
    "“{name}”已经成立，不用再公示。",
    "会员请用“入会申请”或“花名册导入”，主席和干事的岗位请由系统管理员申请。",
  ),
  termOver: kind(
    "term-over",
    409,
    "“{name}”本届委员会已在 {day} 届满，法人资格证书的有效期不能超过任期。",
    "请先办理“换届申请”，新一届批准以后再登记。",
  ),
  certified: kind(
    "certified",
    409,
    "“{name}”的法人资格证书有效期到 {day}，还没有到换领的时候。",
    "可以从 {from} 起申请换领；名称、地址或主席变了的，请办“组织信息变更”。",
  ),
  foundingNotFound: kind(
    "founding-not-found",
    404,
    "没有找到这个筹建的工会。",
    "它可能不在您的管理范围内；请从“组建进度”里重新选择。",
  ),
  livesAlready: kind(
    "lives-already",
    409,
    "“{name}”已经成立，不能终止筹建。",
    "单位没了要撤销的，请办“更名合并撤销”。",
  ),
  givenUpAlready: kind(
    "given-up-already",
    409,
    "“{name}”的筹建已经终止。",
    "单位要再建工会的，请重新办理“建会申请”。",
  ),
  targetNotFound: kind(
    "target-not-found",
    404,
    "没有找到这家单位。",
    "它可能不在您的管理范围内；请从列表里重新选择。",
  ),
  targetOff: kind("target-off", 409, "“{name}”已经建立工会，不用再排计划。", "请刷新列表。"),
  unionNotFound: kind("union-not-found", 404, "没有找到这个工会。", "请从组织树里重新选择。"),
  planPast: kind("plan-past", 422, "计划建会的日期已经过去。", "请填写今天或以后的日期。"),
  fileColumns: kind(
    "file-columns",
    422,
    "表格里没有找到“单位名称”这一栏。",
    "请下载摸排表模板，照表头填写后再导入。",
  ),
  fileEmpty: kind("file-empty", 422, "表格里没有单位。", "请从第 2 行起，一行填写一家单位。"),
  fileTooLong: kind("file-too-long", 422, "表格里的单位超过 {limit} 家。", "请分成几个文件导入。"),
  tooManyToExport: kind(
    "too-many-to-export",
    422,
    "符合条件的单位有 {count} 家，一次最多导出 {limit} 家。",
    "请先加上条件，再导出。",
  ),
} as const;
