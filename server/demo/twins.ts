// Twins (疑似记录): second records of the demo's members, made wrong as offices make them, and people who are only alike.
import { compareDays } from "@niangjia/foundation/day";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import type { DemoUnion } from "./demo-union.ts";
import { type DemoPerson, people } from "./people.ts";
import { showcase } from "./unions.ts";

/** One of each of these is drawn `twinsOfAKind` times. */
export const twinKinds = {
  homophone: "姓名同音不同字",
  variant: "姓名写成繁体",
  "fifteen-digits": "15 位旧号换成 18 位时编错",
  "one-digit-off": "证件号码错一位",
  "recycled-phone": "手机号换了主人",
  siblings: "双胞胎用家里一个手机号，确是两个人",
} as const;
export type TwinKind = keyof typeof twinKinds;

export const twinsOfAKind = 10;
/** Of them in the county that the demo accounts show. */
const nearAtMost = 3;

export interface Twin {
  readonly kind: TwinKind;
  /** The record that was there before. */
  readonly of: DemoPerson;
  readonly person: DemoPerson;
}

/** Members among whom those with a twin are looked for: always the same, however many are made. */
export const searched = 6_000;

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]));

/** Common in given names, each with another of the same sound. */
const soundsLike = pairs(
  "芳方 伟玮 丽莉 军君 静靖 勇永 艳燕 杰洁 涛滔 明铭 平萍 刚钢 桂贵 兰岚 建健 红宏 志智 玉裕 梅玫 辉晖 " +
    "英瑛 云芸 佳嘉 欣新 婷亭 宇羽 浩皓 峰锋 琳林 斌彬 文雯 俊峻 珍真 飞菲 娟涓 强蔷",
);

const traditional = pairs(
  "张張 陈陳 刘劉 杨楊 赵趙 吴吳 孙孫 马馬 罗羅 郑鄭 谢謝 韩韓 邓鄧 冯馮 许許 邹鄒 叶葉 龙龍 贺賀 谭譚",
);

/** The other name in the pair of siblings: sounds like none of the first ones. */
const siblingNames = { 男: ["强", "磊"], 女: ["娟", "敏"] } as const;

/** The name with the last character that a table knows put into its other form. */
function rewritten(name: string, table: ReadonlyMap<string, string>): string | undefined {
  const characters = Array.from(name);
  const at = characters.findLastIndex((character) => table.has(character));
  return at < 0 ? undefined : characters.with(at, table.get(characters[at]!)!).join("");
}

const sequenceOf = ({ idNumber }: DemoPerson): string => idNumber.slice(14, 17);

/**
 * The number with another sequence. Those from 957 on are no member's: the registrar of members stops before them, so
 * that a twin never takes somebody's number.
 */
function withSequence({ idNumber }: DemoPerson, sequence: string): string {
  const first17 = idNumber.slice(0, 14) + sequence;
  return first17 + checkCharacter(first17);
}

/** One figure off: the first of the sequence becomes a 9, where that leads beyond the members' numbers. */
function oneOff(of: DemoPerson): string | undefined {
  const rest = sequenceOf(of).slice(1);
  return Number(rest) >= 57 && Number(rest) <= 94 ? withSequence(of, `9${rest}`) : undefined;
}

/** Another sequence altogether, of the same sex. */
function anotherSequence(of: DemoPerson): string | undefined {
  const sequence = of.sex === "男" ? "961" : "962";
  const differing = Array.from(sequence).filter((digit, at) => digit !== sequenceOf(of)[at]);
  return differing.length === 3 ? withSequence(of, sequence) : undefined;
}

type Changes = Partial<Pick<DemoPerson, "name" | "idNumber" | "phone">>;

/** What the second record says otherwise; undefined where this person lends themselves to no such slip. */
const slips: Readonly<Record<TwinKind, (of: DemoPerson) => Changes | undefined>> = {
  homophone(of) {
    const name = rewritten(of.name.slice(1), soundsLike);
    const idNumber = anotherSequence(of);
    if (!name || !idNumber || of.phone === null) return undefined;
    return { name: of.name.charAt(0) + name, idNumber };
  },
  variant(of) {
    const surname = traditional.get(of.name.charAt(0));
    const idNumber = anotherSequence(of);
    return surname && idNumber
      ? { name: surname + of.name.slice(1), idNumber, phone: null }
      : undefined;
  },
  "fifteen-digits"(of) {
    const idNumber = anotherSequence(of);
    return idNumber ? { idNumber, phone: null } : undefined;
  },
  "one-digit-off"(of) {
    const idNumber = oneOff(of);
    return idNumber ? { idNumber, phone: null } : undefined;
  },
  "recycled-phone": (of) => (of.phone === null ? undefined : { phone: of.phone }),
  siblings(of) {
    const idNumber = oneOff(of);
    const own = siblingNames[of.sex].find((name) => !of.name.endsWith(name));
    if (!idNumber || !own || of.phone === null || !/^\p{Script=Han}{3}$/u.test(of.name))
      return undefined;
    return { name: of.name.slice(0, 2) + own, idNumber };
  },
};

const countyOf = (path: OrgPath): string => path.split("/").slice(0, 4).join("/");
const isNear = ({ unionPath }: DemoPerson): boolean =>
  countyOf(unionPath).endsWith(`/${showcase.county.code}`);

/** Another union of the county when there is one: who moved to another employer was entered twice. */
function secondUnion({ unionPath }: DemoPerson, unions: readonly DemoUnion[], nth: number) {
  const county = countyOf(unionPath);
  const there = unions.filter(({ path, ownStaffCount }) => {
    return ownStaffCount > 0 && path !== unionPath && countyOf(path) === county;
  });
  return there[nth % Math.max(1, there.length)];
}

/** The second record; every third one at the first one's own union. */
function twinOf(
  of: DemoPerson,
  { changes, nth }: { readonly changes: Changes; readonly nth: number },
  unions: readonly DemoUnion[],
): DemoPerson {
  const union = nth % 3 === 0 ? undefined : secondUnion(of, unions, nth);
  const twin = { ...of, ...changes };
  if (!union) return twin;
  const { path: unionPath, employer, foundedDay } = union;
  const joinedDay = compareDays(of.joinedDay, foundedDay) < 0 ? foundedDay : of.joinedDay;
  return { ...twin, unionPath, employer: employer?.name ?? null, joinedDay };
}

/** Whoever has the phone now: nobody like the one who had it. */
const strangers = (seed: string, unions: readonly DemoUnion[]): DemoPerson[] => [
  ...people(`${seed}/twins`, twinsOfAKind, { unions, apart: true }),
];

class Choice {
  readonly #taken = new Set<string>();
  readonly #near = new Map<TwinKind, number>();

  /** Spread over kinds and counties; nobody has two twins. */
  takes(kind: TwinKind, { idNumber }: DemoPerson, near: boolean): boolean {
    const before = this.#near.get(kind) ?? 0;
    if (this.#taken.has(idNumber) || (near && before >= nearAtMost)) return false;
    if (near) this.#near.set(kind, before + 1);
    this.#taken.add(idNumber);
    return true;
  }
}

/** The same for a seed, however many members there are. */
export function demoTwins(seed: string, unions: readonly DemoUnion[]): Twin[] {
  const others = strangers(seed, unions);
  const choice = new Choice();
  const members = [...people(seed, searched, { unions })];
  // The nearby come first: what the demo accounts see must hold something of every kind.
  const inOrder = [...members.filter(isNear), ...members.filter((one) => !isNear(one))];
  return (Object.keys(twinKinds) as TwinKind[]).flatMap((kind, at) => {
    const made: Twin[] = [];
    for (const of of inOrder) {
      const nth = made.length;
      if (nth === twinsOfAKind) break;
      const changes = slips[kind](of);
      if (!changes || !choice.takes(kind, of, isNear(of))) continue;
      const first = kind === "recycled-phone" ? others[nth]! : of;
      const person = twinOf(first, { changes, nth: nth + at }, unions);
      made.push({ kind, of, person });
    }
    return made;
  });
}
