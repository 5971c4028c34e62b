// Sample people (样例会员): made up by a seed; nobody real.
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly union: string;
  readonly job: string;
  readonly joined: string;
  readonly duesFen: number;
  readonly status: "member" | "kept" | "suspect";
}

const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗".split("");
const lasts = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚".split("");
const unions = [
  "长沙县星沙街道总工会",
  "三一重工股份有限公司工会",
  "湖南省茶业集团股份有限公司工会委员会",
  "黄花镇货运驾驶员联合工会",
  "长沙县快递行业工会联合会",
  "㮾梨街道社区工会",
];
const jobs = ["装配工", "快递员", "教师", "货车司机", "护士", "网约车司机", "会计"];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

export const people: readonly Person[] = Array.from({ length: 236 }, (_, at) => ({
  id: `person-${at}`,
  name: `${pick(surnames, at * 7)}${at % 4 === 0 ? "*" : `*${pick(lasts, at * 11)}`}`,
  phone: `13${at % 10}****${String(1000 + ((at * 137) % 9000))}`,
  idNumber: `430***********${String(1000 + ((at * 331) % 9000))}`,
  union: pick(unions, at * 5),
  job: pick(jobs, at * 3),
  joined: `20${String(10 + (at % 16))}-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + ((at * 5) % 28)).padStart(2, "0")}`,
  duesFen: 1500 + ((at * 977) % 52_000),
  status: at % 17 === 3 ? "suspect" : at % 11 === 5 ? "kept" : "member",
}));
