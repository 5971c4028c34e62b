// The firm (建会单位): who it is and whether it has a union already.
import type { Act } from "@niangjia/foundation/act";
import { refuse } from "@niangjia/foundation/refusal";
import { readUscc } from "@niangjia/foundation/uscc";
import { faultyFacts } from "@niangjia/registers/cases";
import { employersWithUnion, unionsOfEmployer } from "@niangjia/registers/organisations";
import { refusals } from "./refusals.ts";

/** A firm's credit code in its normal form; refuses one with a fault, or that of a union, beside its field. */
export function getFirmCode(text: string, path = "uscc"): string {
  const read = readUscc(text);
  if (!read.ok) throw faultyFacts([{ path, say: read.say }]);
  if (read.value.holder === "other") return read.value.code;
  const say = "这是工会的代码（81 或 89 开头），请照营业执照填写单位的统一社会信用代码。";
  throw faultyFacts([{ path, say }]);
}

interface Firms {
  readonly uscc: string;
  /** Those that found the union together with it. */
  readonly firms?: readonly { readonly name: string; readonly uscc: string }[];
}

const besideFirm = (nth: number): string => `firms.${nth}.uscc`;

/** The other firms with their codes in the normal form; refuses a code that is there twice. */
export function otherFirms({ uscc, firms = [] }: Firms): { name: string; uscc: string }[] {
  const known = new Set([getFirmCode(uscc)]);
  return firms.map((firm, nth) => {
    const path = besideFirm(nth);
    const code = getFirmCode(firm.uscc, path);
    if (known.has(code)) throw faultyFacts([{ path, say: "这个单位的代码填了两次。" }]);
    known.add(code);
    return { name: firm.name, uscc: code };
  });
}

/** None of the firms that found together has a union: which one does is said beside it. */
export async function refuseOtherUnions(act: Act, firms: Firms): Promise<void> {
  const codes = otherFirms(firms).map(({ uscc }) => uscc);
  const covered = await employersWithUnion(act, codes);
  const nth = codes.findIndex((code) => covered.has(code));
  if (nth < 0) return;
  const [union] = await unionsOfEmployer(act, codes[nth]!);
  const say = `这个单位已有工会或者已经批准筹建：“${union?.name}”。请去掉这个单位。`;
  throw faultyFacts([{ path: besideFirm(nth), say }]);
}

/** One union a firm (工会法 art 11): refuses where one lives or is being prepared. */
export async function refuseSecondUnion(act: Act, code: string): Promise<void> {
  const [union] = await unionsOfEmployer(act, code);
  if (!union) return;
  const kind = union.state === "preparing" ? refusals.preparedAlready : refusals.hasUnion;
  throw refuse(kind, { words: { name: union.name } });
}
