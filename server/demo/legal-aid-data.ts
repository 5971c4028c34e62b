// What legal aid of the demo is about (演示法律援助内容): lawyers, questions and answers, matters and how they ended.

/** The first is the demo's own lawyer. `client`: a firm they advise, and may not act against. */
export const lawyers = [
  {
    ...{ firm: "湖南星沙律师事务所", practiceNumber: "14301201610482317" },
    specialities: ["pay", "severance", "contract", "injury"] as const,
  },
  {
    ...{ firm: "湖南松雅律师事务所", practiceNumber: "14301201511209846" },
    ...{ specialities: ["injury", "insurance", "pay"] as const, serves: "town" as const },
  },
  {
    ...{ firm: "湖南捞刀河律师事务所", practiceNumber: "14301201910735520" },
    ...{ specialities: ["women", "gig", "pay"] as const, client: "长沙县岳麓纸业有限公司" },
  },
].map((lawyer) => ({
  ...lawyer,
  specialities: [...lawyer.specialities],
  serves: "serves" in lawyer ? lawyer.serves : undefined,
  client: "client" in lawyer ? lawyer.client : undefined,
}));

export const questions = [
  {
    ...{ kind: "severance", question: "公司说效益不好让我明天不用来了，没有提补偿，我该怎么办？" },
    answer: {
      answer:
        "公司单方解除要付经济补偿，每满一年付一个月工资。先不要签自愿离职的字，保存好通知和工资条。",
      suggestion: "mediation",
    },
  },
  {
    ...{ kind: "injury", question: "上班路上被电动车撞了，算不算工伤，多久之内要申报？" },
    answer: {
      answer:
        "上下班途中非本人主要责任的交通事故算工伤。单位三十日内申报，单位不报的您一年内可以自己报。",
      suggestion: "none",
    },
  },
  {
    kind: "gig",
    question: "平台扣了我三天的配送费，说是顾客投诉，可以要回来吗？",
    answer: undefined,
  },
] as const;

export interface Ending {
  readonly until: "filed" | "granted" | "assigned";
  /** Which of the lawyers. */
  readonly lawyer?: number;
  readonly entries?: readonly {
    readonly kind: "meeting" | "filing" | "hearing" | "outcome";
    readonly words: string;
    readonly next?: string;
    readonly result?: "won" | "settled";
    readonly recoveredFen?: number;
  }[];
  readonly closed?: {
    readonly daysAgo: number;
    readonly result: "won" | "settled";
    readonly recoveredFen: number;
    readonly stars: string;
  };
}

const met = { kind: "meeting", words: "和职工见了面，看了工资条和考勤，证据齐全。" } as const;
const filed = {
  kind: "filing",
  words: "已经替职工向仲裁委提交了申请。",
  next: "等仲裁委通知开庭",
} as const;

/** A matter that was won, so many days ago. */
const won = (recoveredFen: number, daysAgo: number, stars: string): Ending => ({
  ...{ until: "assigned", lawyer: 0 },
  entries: [
    met,
    filed,
    { kind: "outcome", words: "仲裁委裁决单位支付，钱已经到账。", result: "won", recoveredFen },
  ],
  closed: { daysAgo, result: "won", recoveredFen, stars },
});

interface AidOfDemo {
  readonly kind: string;
  readonly respondent: string;
  readonly claimFen: number;
  readonly story: string;
  readonly migrant: boolean;
  readonly incomeFen?: number;
  readonly ending: Ending;
}

export const applications: readonly AidOfDemo[] = [
  {
    ...{ kind: "pay", respondent: "长沙县蓝天建筑有限公司", claimFen: 3_280_000, migrant: true },
    ...{ story: "在工地做了五个月，最后三个月的工资一直没有发。", ending: won(3_280_000, 71, "5") },
  },
  {
    ...{ kind: "pay", respondent: "湖南湘岚机械有限公司", claimFen: 1_860_000, migrant: true },
    ...{ story: "厂里欠两个月工资和加班费。", ending: won(1_640_000, 26, "4") },
  },
  {
    ...{ kind: "injury", respondent: "长沙县金井茶业有限公司", claimFen: 8_600_000, migrant: true },
    story: "操作揉捻机时右手受伤，评为九级伤残，单位没有缴工伤保险。",
    ending: { until: "assigned", entries: [met, filed] },
  },
  {
    ...{ kind: "pay", respondent: "长沙县岳麓纸业有限公司", claimFen: 960_000, migrant: true },
    ...{ story: "离职时最后一个月工资和押金没有退。", ending: { until: "granted" } },
  },
  {
    ...{
      kind: "severance",
      respondent: "湖南松雅食品有限公司",
      claimFen: 4_200_000,
      migrant: false,
    },
    ...{ story: "做了六年，公司搬厂把我辞退，没有补偿。", incomeFen: 620_000 },
    ending: { until: "filed" },
  },
];
