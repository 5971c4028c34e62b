// Alike (疑似同一人): how much speaks for two records being one person, each reason a sentence people can check.
import { type Day, formatDay } from "@niangjia/foundation/day";
import { likeness } from "@niangjia/foundation/names";

/** What is compared. Numbers are whole: they are looked at here and shown nowhere. */
export interface Compared {
  readonly name: string;
  readonly sex: string;
  readonly birthDay: Day | null;
  readonly documentKind: string;
  readonly documentNumber: string;
  readonly phone: string | null;
  readonly employer: string | null;
}

export interface Evidence {
  readonly rule: string;
  /** Negative where it speaks against. */
  readonly points: number;
  /** Without names and whole numbers. */
  readonly say: string;
}

export interface Alike {
  /** 0 to 100: an order for people to look by, not a probability. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** From here on a pair is shown to people. */
export const alikeFrom = 50;

const digitsAreCompared = 17;

/** Where two texts of one length differ. */
const differences = (left: string, right: string): number[] =>
  Array.from(left).flatMap((character, at) => (character === right[at] ? [] : at));

/**
 * Two sound identity numbers one digit apart differ in the check digit as well, which catches every single slip: so the
 * first 17 are compared. Slips of this kind come in with old numbers of 15 digits, which have no check digit.
 */
function numberEvidence(left: Compared, right: Compared): Evidence[] {
  const [a, b] = [left.documentNumber, right.documentNumber];
  if (a === b) {
    return [{ rule: "number.same", points: 60, say: "证件号码完全相同，证件类别不同。" }];
  }
  if (a.length !== 18 || b.length !== 18) return [];
  const at = differences(a.slice(0, digitsAreCompared), b.slice(0, digitsAreCompared));
  const [first = 0, second = 0] = at;
  if (at.length === 1) {
    const say = `证件号码只有第 ${first + 1} 位不同（${[a[first], b[first]].sort().join(" 和 ")}）。`;
    return [{ rule: "number.one-off", points: 40, say }];
  }
  const swapped = second === first + 1 && a[first] === b[second] && a[second] === b[first];
  if (at.length === 2 && swapped) {
    const say = `证件号码第 ${first + 1}、${second + 1} 位前后颠倒。`;
    return [{ rule: "number.swapped", points: 40, say }];
  }
  if (first >= 14) {
    const say = "证件号码前 14 位相同，只有顺序码不同，像是 15 位旧号换成 18 位新号时改过。";
    return [{ rule: "number.sequence", points: 25, say }];
  }
  return [];
}

const nameSays = {
  same: [30, "姓名相同。"],
  variant: [28, "姓名只是繁体、异体字或间隔号写法不同。"],
  homophone: [20, "姓名读音相同、用字不同。"],
  "one-char-off": [12, "姓名只差一个字。"],
} as const;

function nameEvidence(left: Compared, right: Compared): Evidence[] {
  const { reason } = likeness(left.name, right.name);
  if (reason === "different") return [{ rule: "name.differs", points: -40, say: "姓名不同。" }];
  const [points, say] = nameSays[reason];
  return [{ rule: `name.${reason}`, points, say }];
}

function otherEvidence(left: Compared, right: Compared): Evidence[] {
  const found: Evidence[] = [];
  const add = (rule: string, points: number, say: string) => found.push({ rule, points, say });
  if (left.birthDay !== null && left.birthDay === right.birthDay) {
    add("birth.same", 15, `出生日期都是${formatDay(left.birthDay)}。`);
  }
  if (left.phone !== null && left.phone === right.phone) add("phone.same", 30, "手机号相同。");
  if (left.employer !== null && left.employer === right.employer) {
    add("employer.same", 5, `工作单位都是${left.employer}。`);
  }
  if (left.sex !== right.sex) add("sex.differs", -25, "性别不同。");
  return found;
}

const isNear = ({ rule }: Evidence): boolean =>
  rule === "number.one-off" || rule === "number.sequence";

/** Neighbouring numbers and names that share a character are what twins have. */
function twinEvidence(found: readonly Evidence[]): Evidence[] {
  const near = found.some(isNear) && found.some(({ rule }) => rule === "birth.same");
  const named = found.some(({ rule }) => rule === "name.one-char-off");
  const say = "证件号码相邻、姓名只差一个字，也可能是双胞胎，请向本人核实。";
  return near && named ? [{ rule: "twins", points: -15, say }] : [];
}

/** The same whichever comes first. */
export function assessPair(left: Compared, right: Compared): Alike {
  const found = [
    ...numberEvidence(left, right),
    ...nameEvidence(left, right),
    ...otherEvidence(left, right),
  ];
  const evidence = [...found, ...twinEvidence(found)];
  const sum = evidence.reduce((points, one) => points + one.points, 0);
  return { score: Math.max(0, Math.min(100, sum)), evidence };
}
