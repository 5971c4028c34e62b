// Steps (导入步骤): where an import stands, seen from its state alone, so that a reload finds the same place.
import { countWords } from "../../../ui/words.ts";
import { type Import, isLive } from "./imports.ts";

export const steps = { choose: 0, look: 1, run: 2, result: 3 } as const;

export function stepOf({ state, rowsRead }: Pick<Import, "state" | "rowsRead">): number {
  if (state === "ready") return steps.look;
  if (isLive(state)) return steps.run;
  return state !== "done" && rowsRead === 0 ? steps.look : steps.result;
}

/** The four steps, each done one with what came of it. */
export function stepsOf(roster?: Import) {
  const step = roster ? stepOf(roster) : steps.choose;
  return [
    { title: "选择文件", result: roster?.fileName },
    {
      title: "核对栏目",
      result: roster && step > steps.look ? `${countWords(roster.rowsTotal)} 行` : undefined,
    },
    { title: "导入" },
    { title: "结果" },
  ];
}
