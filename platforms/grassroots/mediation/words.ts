// Words of mediation (调解用语): what is asked for, how it ends, whom a file goes to.

export const claimKinds = {
  wages: "拖欠工资",
  overtime: "加班工资",
  "no-contract": "未签劳动合同的双倍工资",
  severance: "经济补偿或者赔偿金",
  injury: "工伤医疗费和待遇",
  insurance: "社会保险",
  "rest-leave": "休息休假",
  other: "其他",
} as const;
export type ClaimKind = keyof typeof claimKinds;

export const disputeStates = {
  filed: "等待受理",
  returned: "等待补正",
  accepted: "调解中",
  agreed: "达成协议",
  failed: "未达成协议",
  redirected: "已告知去向",
  refused: "未签字或者终止",
  withdrawn: "已撤回",
} as const;
export type DisputeState = keyof typeof disputeStates;

export const deliveryKinds = {
  confirmation: "司法确认",
  arbitration: "劳动仲裁",
  court: "诉讼",
} as const;
export type DeliveryKind = keyof typeof deliveryKinds;

export const sides = { worker: "申请人", firm: "用人单位", mediator: "调解员" } as const;
export type Side = keyof typeof sides;
