// Refusals of the card (会员卡): what stands in the way of a card or a certificate, and the way on.
const kind = (code: string, status: number, say: string, next: string) => ({
  code: `card.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  notMember: kind(
    "not-member",
    409,
    "您现在没有工会会籍，还不能用会员卡。",
    "没有入会的请先申请“入会”；会籍已结束的请申请“恢复会籍”。",
  ),
  keyUnusable: kind(
    "key-unusable",
    422,
    "手机生成的密钥不对，没有领取成功。",
    "请重新打开会员卡再领一次；仍不成功请更新应用。",
  ),
  otherDevice: kind(
    "other-device",
    409,
    "会员卡已在另一部手机上。",
    "一张卡只能在一部手机上亮。请用原来的手机，或在这部手机上申请“挂失补办”，原来的卡会立即失效。",
  ),
  reissueFirst: kind(
    "reissue-first",
    409,
    "原来的会员卡已挂失，新卡还没有批准。",
    "请在“进度”里查看挂失补办；没有在办的，请重新申请“挂失补办”。",
  ),
  nothingToReissue: kind(
    "nothing-to-reissue",
    409,
    "您没有需要补办的会员卡。",
    "还没有领卡的，直接打开会员卡领取即可；补办已批准的，打开会员卡就能用。",
  ),
  certificateUnknown: kind(
    "certificate-unknown",
    404,
    "没有找到这份证明。",
    "请从“会员证明”里重新选择，或重新开具一份。",
  ),
  codeUnreadable: kind(
    "code-unreadable",
    422,
    "核验码不对。",
    "核验码是 12 个字母和数字，印在证明的二维码旁边；请照着再输一遍。",
  ),
} as const;
