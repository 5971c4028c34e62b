// Refusals of legal aid (法律援助的拒绝): each says what happened and what to do next.
import type { RefusalKind } from "@niangjia/foundation/refusal";

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `legal-aid.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  noLawyer: kind(
    "no-lawyer",
    409,
    "“{name}”和上级工会还没有登记援助律师，现在没有人能解答。",
    "急事请打 12348 公共法律服务热线；也可以申请法律援助，由工会想办法找律师。",
  ),
  notOnDuty: kind(
    "not-on-duty",
    403,
    "这件咨询由值班律师解答，现在值班的是{names}。",
    "请值班律师解答，或者由他把这件转办给您；他今天不能来的，请总工会干部在“援助律师”里把您排进今天的值班。",
  ),
  notRegistered: kind(
    "not-registered",
    403,
    "{who}没有登记为援助律师，或者已经停用。",
    "是律师的，请总工会干部在“援助律师”里登记或者启用；不是律师的，请把这件转办给一位援助律师。",
  ),
  needsWhy: kind(
    "needs-why",
    422,
    "系统认定是“{verdict}”：{reasons}",
    "仍要给予援助的，请在意见里写明理由（至少 5 个字）；不给的，请退回补材料或者不予通过。",
  ),
  askedOnce: kind(
    "asked-once",
    409,
    "这件申请已经告知过一次要补的材料，缺的材料只能一次性告知。",
    "请按现有材料作出决定；不清楚的地方用“沟通”直接问申请人。",
  ),
  notFound: kind(
    "not-found",
    404,
    "没有找到这件法律援助。",
    "它可能不在您的管理范围内，或者不是您办的；请从列表里重新选择。",
  ),
  notAssignable: kind(
    "not-assignable",
    409,
    "这件援助现在是“{state}”，不能指派律师。",
    "给予援助以后、结案以前才能指派。",
  ),
  conflict: kind(
    "conflict",
    409,
    "这位律师不能办这件援助：{why}。",
    "请另选一位与对方没有利益关系的律师；本级没有合适的，可以选上级总工会的援助律师。",
  ),
  notChosen: kind(
    "not-chosen",
    403,
    "这件援助指派的是另一位律师。",
    "请退回到“指派律师”这一步并写明原因，由总工会改派给您或者另派律师。",
  ),
  mayOnlyReturn: kind(
    "may-only-return",
    409,
    "律师不能自己把援助转给别人或者了结指派。",
    "不能办的请退回到“指派律师”这一步并写明原因，由总工会另行指派。",
  ),
  mustAssign: kind(
    "must-assign",
    409,
    "已经给予援助，不能在指派时退回或者不予通过。",
    "请指派一位律师；本级没有合适的，可以选上级总工会的援助律师。",
  ),
  sendBack: kind(
    "send-back",
    409,
    "已经给予援助，不能在指派时退回职工或者不予通过。",
    "对人选有不同意见的，请退回到“指派律师”这一步并写明原因。",
  ),
  notYours: kind(
    "not-yours",
    403,
    "这件援助不是您在办。",
    "办案日志由承办律师填写；换了律师的，由新的律师填写。",
  ),
  notOpen: kind(
    "not-open",
    409,
    "这件援助现在是“{state}”，不能再写办案日志。",
    "指派以后、结案以前可以写；结案后有新情况的，请告诉总工会干部。",
  ),
  dayAhead: kind("day-ahead", 422, "日期还没有到。", "请填写今天或以前的日期。"),
  noFile: kind(
    "no-file",
    422,
    "有一个文件没有上传成功。",
    "请重新上传后再提交；只能用自己上传的文件。",
  ),
  nothingOpen: kind(
    "nothing-open",
    409,
    "您没有正在办理的法律援助。",
    "申请还在审批的，请等律师办完再来评价；需要帮助的，请先申请法律援助。",
  ),
  noOutcome: kind(
    "no-outcome",
    409,
    "承办律师{lawyer}还没有写办理结果。",
    "请先联系律师把结果写进办案日志，再来结案评价。",
  ),
  unionNotFound: kind("union-not-found", 404, "没有找到这个工会。", "请从列表里重新选择。"),
  notLawyer: kind(
    "not-lawyer",
    422,
    "选的这位同志不在律师岗位上。",
    "请先由系统管理员申请、安全管理员批准一个律师岗位，再来登记。",
  ),
  alreadyRegistered: kind(
    "already-registered",
    409,
    "这位律师已经登记过了。",
    "请在列表里修改，不用重复登记。",
  ),
  lawyerNotFound: kind("lawyer-not-found", 404, "没有找到这位援助律师。", "请刷新后再试。"),
  tooManyToExport: kind(
    "too-many-to-export",
    422,
    "符合条件的援助有 {count} 件，一次最多导出 {limit} 件。",
    "请加上条件（如申请日期）再导出。",
  ),
  dayPast: kind("day-past", 422, "值班的日子已经过去。", "请选今天或以后的日子。"),
  interestNotFound: kind("interest-not-found", 404, "没有找到这条申报。", "请刷新后再试。"),
} as const;
