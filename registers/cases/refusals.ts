// Refusals of the case register (办件拒绝); those of the steps themselves are the case engine’s.
const kind = (code: string, status: number, say: string, next: string) => ({
  code: `cases.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  notFound: kind(
    "not-found",
    404,
    "没有找到这个办件。",
    "它可能不存在，或不在您的管理范围内；请从工作台重新打开。",
  ),
  functionUnknown: kind("function-unknown", 404, "没有这个事项。", "请从事项列表里重新选择。"),
  notForYou: kind(
    "not-for-you",
    403,
    "“{title}”不能以您现在的身份申请。",
    "请从事项列表里选择您能办的事项；如果您有别的岗位，请切换岗位。",
  ),
  faulty: kind("faulty", 422, "有 {count} 处没有填对。", "请按每一处的提示修改后再提交。"),
  outOfReach: kind(
    "out-of-reach",
    403,
    "“{name}”不在您的管理范围内，不能代为申请。",
    "请选择本级或下级工会，或请职工本人申请。",
  ),
  alreadyRunning: kind(
    "already-running",
    409,
    "同样的申请正在办理中，不用重复提交。",
    "请打开办件 {number} 查看进度。",
  ),
  runningElsewhere: kind(
    "running-elsewhere",
    409,
    "同样的申请已由别人提交，正在办理中。",
    "请核对填写的内容；如果不是您委托的，请联系所选的工会。",
  ),
  justChanged: kind(
    "just-changed",
    409,
    "这个办件刚被别人办理或修改过。",
    "请刷新后查看最新进度。",
  ),
  nothingHidden: kind("nothing-hidden", 422, "所选的项没有隐去的内容。", "请只选择带星号的项。"),
  notApplicant: kind(
    "not-applicant",
    403,
    "只有本人申请的办件可以评价。",
    "您替别人申请的、或由您办理的，不能评价。",
  ),
  notEnded: kind(
    "not-ended",
    409,
    "这个办件还没有办结。",
    "请在办结后评价；着急的，可以先催一催。",
  ),
  notRated: kind("not-rated", 409, "撤回的办件不用评价。", "需要时可以重新申请。"),
  ratedFinally: kind(
    "rated-finally",
    409,
    "评价已满 {days} 天，不能再改了。",
    "有新的意见，可以拨打 12351 告诉工会。",
  ),
} as const;
