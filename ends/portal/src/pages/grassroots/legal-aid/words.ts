// Words of legal aid (法律援助用语) that its filters and forms offer.
import type { Tone } from "../../../ui/status-tag.tsx";

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

const labour = {
  pay: "拖欠工资",
  injury: "工伤待遇",
  severance: "经济补偿或者赔偿金",
  contract: "劳动合同和劳动关系",
  insurance: "社会保险",
  women: "女职工特殊权益",
  gig: "新就业形态劳动者权益",
  "union-work": "工会工作者因履行职责受到侵害",
  rights: "其他劳动权益",
};
export const specialities = choices(labour);
export const matterKinds = choices({ ...labour, other: "与劳动无关的事" });

export const states = choices({
  filed: "等待审批",
  returned: "等待补材料",
  granted: "等待指派律师",
  assigned: "办理中",
  closed: "已结案",
  refused: "不予援助",
  withdrawn: "已撤回",
});

export const stateTones: Readonly<Record<string, Tone>> = {
  filed: "wait",
  returned: "wait",
  granted: "warn",
  assigned: "doing",
  closed: "done",
  refused: "off",
  withdrawn: "off",
};

export const verdictTones: Readonly<Record<string, Tone>> = {
  eligible: "done",
  provisional: "warn",
  papers: "wait",
  discretion: "warn",
  outside: "off",
};

export const entryKinds = choices({
  meeting: "会见谈话",
  evidence: "调查取证",
  filing: "申请仲裁或者起诉",
  mediation: "调解协商",
  hearing: "开庭",
  decision: "收到裁决或者判决",
  enforcement: "申请执行",
  other: "其他",
  outcome: "办理结果",
});

export const results = choices({
  won: "请求得到支持",
  partly: "请求部分得到支持",
  settled: "和解或者调解",
  lost: "请求没有得到支持",
  ended: "终止援助",
});

export const interestKinds = choices({
  client: "代理过它",
  adviser: "是它的法律顾问",
  relative: "本人或者近亲属与它有关系",
  shareholder: "是它的股东或者合伙人",
  other: "其他可能影响办案的关系",
});

/** `4.5 分`, or that nobody rated yet. */
export const starWords = (stars: number | null): string =>
  stars === null ? "还没有评价" : `${stars} 分`;
