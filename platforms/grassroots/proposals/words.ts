// Words of proposals (提案用语): what they are about, where they stand, how they are answered and rated; what is disclosed.

export const categories = {
  pay: "工资福利",
  safety: "劳动安全卫生",
  hours: "工作时间和休息休假",
  training: "培训和成长",
  life: "食堂宿舍等生活后勤",
  technique: "技术和工艺改进",
  management: "经营管理",
  other: "其他",
} as const;
export type Category = keyof typeof categories;

export const states = {
  seconding: "征集附议",
  filing: "待立案审查",
  answering: "承办中",
  approving: "待主席审定",
  rating: "待提案人评价",
  reopened: "重新办理",
  returned: "退回补正",
  closed: "已办结",
  merged: "已并案",
  refused: "不予立案",
  withdrawn: "已撤回",
} as const;
export type ProposalState = keyof typeof states;

export const seconding = { invited: "还没有答复", seconded: "已附议", declined: "不附议" } as const;
export type Seconding = keyof typeof seconding;

export const results = {
  done: "已经解决",
  planned: "列入计划解决",
  explained: "暂不能解决，说明原因",
} as const;
export type Result = keyof typeof results;

export const satisfactions = { good: "满意", fair: "基本满意", poor: "不满意" } as const;
export type Satisfaction = keyof typeof satisfactions;

export const outcomes = {
  chosen: "入选",
  tied: "票数并列，待定",
  "not-chosen": "未入选",
} as const;
export type Outcome = keyof typeof outcomes;

/** What a firm opens to its workers, after 企业民主管理规定 (总工发〔2012〕12号), chapter 厂务公开. */
export const disclosureKinds = {
  management: "经营管理的基本情况",
  hiring: "招用职工和签订劳动合同",
  agreement: "集体合同和劳动规章制度",
  discipline: "奖惩、解除劳动合同、裁员和评先评优",
  safety: "劳动安全卫生标准和事故处理",
  insurance: "社会保险和企业年金缴纳",
  education: "职工教育经费和培训计划",
  disputes: "劳动争议和处理结果",
  decisions: "重大决策、大额资金和项目招投标",
  pay: "工资奖金分配、职称评聘和提薪晋级",
  integrity: "领导人员选聘、薪酬和廉洁自律",
  other: "其他应当公开的事项",
} as const;
export type DisclosureKind = keyof typeof disclosureKinds;

/** Where the App opens a proposal for whoever is asked to second it. */
export const proposalLink = (caseId: string): string => `/grassroots/proposals/${caseId}`;
