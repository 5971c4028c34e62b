// Moves (会籍变动): how moving, keeping and resuming a membership are refused.
const kind = (code: string, status: number, say: string, next: string) => ({
  code: `members.${code}`,
  status,
  say,
  next,
});

export const moveRefusals = {
  notMember: kind(
    "not-member",
    409,
    "这个人现在没有会籍。",
    "没有入过会的请申请“入会”；以前是会员的请申请“恢复会籍”。",
  ),
  sameUnion: kind("same-union", 409, "会籍就在“{name}”，不需要转接。", "请选择新的工会。"),
  keptAlready: kind(
    "kept-already",
    409,
    "会籍已经保留，不用再次申请。",
    "重新就业后，请申请“恢复会籍”。",
  ),
  active: kind("active", 409, "会籍在册，不需要恢复。", "换了单位或工会的，请申请“组织关系接转”。"),
  justMoved: kind("just-moved", 409, "这个人的会籍刚刚变动过。", "请刷新后按最新的会籍办理。"),
  documentBorne: kind(
    "document-borne",
    409,
    "这个证件号码已登记在另一条记录上。",
    "请照证件核对号码；确是同一个人的，请由工会办理“重复会员归并”。",
  ),
} as const;
