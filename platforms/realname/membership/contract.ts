// Membership (会员入转退): how joining, moving and leaving are refused; forms and routes are those of
// cases.
const kind = (code: string, status: number, say: string, next: string) => ({
  code: `membership.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  alreadyMember: kind(
    "already-member",
    409,
    "这个证件号码已是工会会员，会籍在{where}。",
    "不用重复入会；换了单位或工会，请申请“组织关系接转”。",
  ),
  keptMember: kind(
    "kept-member",
    409,
    "这个证件号码的会籍已保留，在{where}。",
    "不用重新入会；重新就业后，请申请“恢复会籍”。",
  ),
  nameDiffers: kind(
    "name-differs",
    409,
    "这个证件号码登记的姓名与填写的不一致。",
    "请照证件核对姓名和号码；确实改过名字的，请带证件到工会办理。",
  ),
  otherDocument: kind(
    "other-document",
    409,
    "您以前用另一个证件登记过。",
    "请用原来的证件申请；证件已更换的，请带新旧证件到工会更正。",
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
    "请照证件核对号码；未满年龄的请到期后再申请。",
  ),
} as const;
