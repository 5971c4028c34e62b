// How a term stands (届满状态): a word with its tone.
import { StatusTag, type Tone } from "../../../ui/status-tag.tsx";
import type { Term } from "./election.ts";

const tones: Record<Term["state"], Tone> = {
  over: "late",
  month: "warn",
  quarter: "warn",
  half: "wait",
  later: "done",
  unknown: "off",
};

/** A renewal under way is what there is to know of a term that ends. */
export function TermTag({ term: { state, stateName, renewal } }: { readonly term: Term }) {
  if (renewal) {
    return (
      <StatusTag tone={state === "over" ? "late" : "doing"} quiet>
        {state === "over" ? "已届满，换届中" : "换届中"}
      </StatusTag>
    );
  }
  return (
    <StatusTag tone={tones[state]} quiet>
      {stateName}
    </StatusTag>
  );
}
