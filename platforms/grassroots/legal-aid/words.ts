// Words of legal aid (法律援助用语): what it is about, who is exempt, how it stands and how it ends.

/** What an application or a question is about. */
export const matterKinds = {
  pay: "拖欠工资",
  injury: "工伤待遇",
  severance: "经济补偿或者赔偿金",
  contract: "劳动合同和劳动关系",
  insurance: "社会保险",
  women: "女职工特殊权益",
  gig: "新就业形态劳动者权益",
  "union-work": "工会工作者因履行职责受到侵害",
  rights: "其他劳动权益",
  other: "与劳动无关的事",
} as const;
export type MatterKind = keyof typeof matterKinds;

/** What a lawyer may be good at: every kind of matter that aid is given for. */
const { other: _other, ...specialities } = matterKinds;

export { specialities };
export type Speciality = keyof typeof specialities;

/** Whose means are not checked when papers show it (法律援助法 art 42). */
export const reliefs = {
  none: "都不是",
  assisted: "社会救助对象（低保、特困、低保边缘等）",
  vulnerable: "没有固定生活来源的未成年人、老年人、残疾人",
  judicial: "司法救助对象",
  honoured: "优抚对象",
} as const;
export type Relief = keyof typeof reliefs;

export const verdicts = {
  eligible: "符合条件",
  provisional: "期限将满，先行援助，材料后补",
  papers: "材料不齐",
  discretion: "不够一般条件，由工会裁量",
  outside: "不在工会法律援助的范围",
} as const;
export type AidVerdict = keyof typeof verdicts;

export const aidStates = {
  filed: "等待审批",
  returned: "等待补材料",
  granted: "等待指派律师",
  assigned: "办理中",
  closed: "已结案",
  refused: "不予援助",
  withdrawn: "已撤回",
} as const;
export type AidState = keyof typeof aidStates;

/** What a lawyer notes in the journal. `outcome` says how it ended and what was won back. */
export const entryKinds = {
  meeting: "会见谈话",
  evidence: "调查取证",
  filing: "申请仲裁或者起诉",
  mediation: "调解协商",
  hearing: "开庭",
  decision: "收到裁决或者判决",
  enforcement: "申请执行",
  other: "其他",
  outcome: "办理结果",
} as const;
export type EntryKind = keyof typeof entryKinds;

export const results = {
  won: "请求得到支持",
  partly: "请求部分得到支持",
  settled: "和解或者调解",
  lost: "请求没有得到支持",
  ended: "终止援助",
} as const;
export type AidResult = keyof typeof results;

export const stars = {
  "5": "非常满意",
  "4": "满意",
  "3": "一般",
  "2": "不满意",
  "1": "非常不满意",
} as const;

/** What the lawyer on duty proposes to do next. */
export const suggestions = {
  none: "问题已经解答，不用再办别的",
  aid: "建议申请法律援助",
  mediation: "建议申请工会调解",
  arbitration: "建议申请劳动仲裁",
  inspection: "建议向劳动监察投诉",
} as const;
export type Suggestion = keyof typeof suggestions;

export const interestKinds = {
  client: "代理过它",
  adviser: "是它的法律顾问",
  relative: "本人或者近亲属与它有关系",
  shareholder: "是它的股东或者合伙人",
  other: "其他可能影响办案的关系",
} as const;
export type InterestKind = keyof typeof interestKinds;
