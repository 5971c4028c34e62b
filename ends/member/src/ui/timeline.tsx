// The timeline (办事进度): who has it, since when, until when; what was done above, what comes below.
import { clockWords, dayWords, momentWords } from "../words.ts";
import { Part } from "./part.tsx";

interface Stage {
  readonly id: string;
  readonly title: string;
  readonly who: string;
  readonly state: "done" | "now" | "ahead" | "skipped";
  readonly since: string | null;
  readonly until: string | null;
  readonly due: string | null;
}

interface TimelineProps {
  readonly stages: readonly Stage[];
  readonly clock?: { readonly due: string; readonly workdaysLeft: number | null } | null;
}

const spoken = { done: "已完成", now: "正在办理", ahead: "还没到", skipped: "不再经过" } as const;

function whenWords({ state, since, until, due }: Stage, clock: TimelineProps["clock"]): string {
  if (state === "done") return until ? momentWords(until) : "";
  if (state === "skipped") return "不再经过";
  if (state === "ahead") return "";
  const begun = since ? `${momentWords(since)}开始，` : "";
  if (clock) return `${begun}${clockWords(clock)}`;
  return due ? `${begun}${dayWords(due)}前办完` : begun.replace("，", "");
}

export function Timeline({ stages, clock }: TimelineProps) {
  return (
    <Part as="ol" className="timeline" label="办事进度">
      {stages.map((stage) => (
        <Part as="li" key={stage.id} className={`stage stage-${stage.state}`}>
          <Part as="span" className="stage-mark" silent />
          <Part className="stage-words">
            <Part as="p" className="stage-title">
              {stage.title}
              <Part as="span" className="stage-state">
                {spoken[stage.state]}
              </Part>
            </Part>
            {stage.who ? <Part as="p">{stage.who}</Part> : null}
            <Part as="p" className="stage-when">
              {whenWords(stage, clock)}
            </Part>
          </Part>
        </Part>
      ))}
    </Part>
  );
}
