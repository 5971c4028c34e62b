// The firm (建会单位): who it is and whether it has a union already.
import type { Act } from "@niangjia/foundation/act";
import { refuse } from "@niangjia/foundation/refusal";
import { readUscc } from "@niangjia/foundation/uscc";
import { faultyFacts } from "@niangjia/registers/cases";
import { unionsOfEmployer } from "@niangjia/registers/organisations";
import { refusals } from "./refusals.ts";

/** The firm's credit code in its normal form; refuses one with a fault, or that of a union. */
export function getFirmCode(text: string): string {
  const read = readUscc(text);
  if (!read.ok) throw faultyFacts([{ path: "uscc", say: read.say }]);
  if (read.value.holder === "other") return read.value.code;
  const say = "这是工会的代码（81 或 89 开头），请照营业执照填写单位的统一社会信用代码。";
  throw faultyFacts([{ path: "uscc", say }]);
}

/** One union a firm (工会法 art 11): refuses where one lives or is being prepared. */
export async function refuseSecondUnion(act: Act, code: string): Promise<void> {
  const [union] = await unionsOfEmployer(act, code);
  if (!union) return;
  const kind = union.state === "preparing" ? refusals.preparedAlready : refusals.hasUnion;
  throw refuse(kind, { words: { name: union.name } });
}
