// Tones of proposals (提案的状态颜色), beside their words.
import type { Read } from "../../client/api.ts";
import type { Tone } from "../../ui/kit.tsx";

type State = Read<"/api/proposals/own">["mine"][number]["state"];

const ended: readonly State[] = ["merged", "refused", "withdrawn"];

export function proposalTone(state: State): Tone {
  if (state === "closed") return "done";
  if (ended.includes(state)) return "off";
  return state === "returned" || state === "rating" ? "warn" : "doing";
}
