// The timeline (办事进度): who has it, since when, until when; what was done above, what comes below, arms in their fork.
import { dayWords, momentWords, type Term, termWords } from "../words.ts";
import { Part } from "./part.tsx";

interface Stage {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly who: string;
  readonly state: "done" | "now" | "ahead" | "skipped";
  readonly since: string | null;
  readonly until: string | null;
  readonly due: string | null;
  /** How long it may take once it is reached, and the document that says so. */
  readonly term?: { readonly words: string; readonly basis: string } | undefined;
  /** The ways of a fork; of one that is not taken only its name is told. */
  readonly arms?: readonly Arm[] | undefined;
}

interface Arm {
  readonly title: string;
  readonly taken: boolean;
  /** Nobody can say yet: it depends on what is still to be filled in. */
  readonly open?: boolean | undefined;
  readonly stages: readonly Stage[];
}

interface TimelineProps {
  readonly stages: readonly Stage[];
  /** Terms of what is in hand; each belongs to the stages due on its day. */
  readonly terms?: readonly Term[];
  readonly label?: string;
}

const spoken = { done: "已完成", now: "正在办理", ahead: "还没到", skipped: "不再经过" } as const;

/** Nobody works on a wait or a notice: it lasts. */
const ownWords: Readonly<Record<string, Partial<Record<Stage["state"], string>>>> = {
  wait: { done: "已期满", now: "等候期满" },
  notice: { done: "公示已结束", now: "正在公示" },
};

const spokenOf = ({ kind, state }: Stage): string => ownWords[kind]?.[state] ?? spoken[state];

function whenWords({ state, since, until, due }: Stage, terms: readonly Term[]): string {
  if (state === "done") return until ? momentWords(until) : "";
  if (state === "skipped" || state === "ahead") return "";
  const begun = since ? `${momentWords(since)}开始` : "";
  const term = terms.find((one) => one.due === due);
  const ends = term ? termWords(term) : due && `${dayWords(due)}结束`;
  return [begun, ends].filter(Boolean).join("，");
}

const ruleWords = (kind: string, { words, basis }: NonNullable<Stage["term"]>): string =>
  `${kind === "end" ? "全程" : "期限"} ${words}${basis ? `，${basis}` : ""}`;

export function Timeline({ stages, terms = [], label = "办事进度" }: TimelineProps) {
  return (
    <Part as="ol" className="timeline" label={label}>
      {stages.map((stage) => (
        <Part as="li" key={stage.id} className={`stage stage-${stage.state}`}>
          <Part as="span" className="stage-mark" silent />
          <Part className="stage-words">
            <Part as="p" className="stage-title">
              {stage.title}
              <Part as="span" className="stage-state">
                {spokenOf(stage)}
              </Part>
            </Part>
            {stage.who ? <Part as="p">{stage.who}</Part> : null}
            {stage.term ? (
              <Part as="p" className="stage-when">
                {ruleWords(stage.kind, stage.term)}
              </Part>
            ) : null}
            <Part as="p" className="stage-when">
              {whenWords(stage, terms)}
            </Part>
            {stage.arms?.map((arm) => (
              <ArmOf key={arm.title} arm={arm} terms={terms} />
            ))}
          </Part>
        </Part>
      ))}
    </Part>
  );
}

function ArmOf({ arm, terms }: { readonly arm: Arm; readonly terms: readonly Term[] }) {
  const { title, taken, open = false, stages } = arm;
  return (
    <Part className={`arm ${taken ? "" : "arm-idle"}`}>
      <Part as="p" className="arm-title">
        {title}
        {taken ? null : (
          <Part as="span" className="stage-state">
            {open ? "待定，看办理时填写的内容" : "不经过"}
          </Part>
        )}
      </Part>
      {(taken || open) && stages.length > 0 ? (
        <Timeline stages={stages} terms={terms} label={title} />
      ) : null}
    </Part>
  );
}
