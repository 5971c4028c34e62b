// What is running (在办事项): said before somebody moves or leaves, since it stays with the union where
// it was filed.
import type { Act } from "@niangjia/foundation/act";
import { countRunning } from "@niangjia/registers/cases";

export async function runningSentence(act: Act): Promise<string[]> {
  const { personId } = act.actor;
  const count = personId === null ? 0 : await countRunning(act, personId);
  return count === 0 ? [] : [`您还有 ${count} 件正在办理的事项，仍由原来受理的工会办完。`];
}
