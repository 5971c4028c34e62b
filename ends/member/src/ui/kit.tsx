// The kit (组件): cards, lines to press, main buttons, tags, and what stands where something is missing or went wrong.
import type { ReactNode } from "react";
import type { Problem } from "../client/problem.ts";
import { Part } from "./part.tsx";
import { Press } from "./press.tsx";

interface CardProps {
  readonly title?: string;
  /** What stands at the right of the title. */
  readonly side?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}

export function Card({ title, side, id, children }: CardProps) {
  return (
    <Part as="section" className="card" label={title} id={id}>
      {title ? (
        <Part className="card-head">
          <Part as="h2" className="card-title">
            {title}
          </Part>
          {side}
        </Part>
      ) : null}
      {children}
    </Part>
  );
}

interface LineProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly side?: ReactNode;
  readonly onPress: () => void;
}

/** A line that leads somewhere. */
export function Line({ title, note, side, onPress }: LineProps) {
  return (
    <Press className="line" onPress={onPress}>
      <Part as="span" className="line-words">
        <Part as="span" className="line-title">
          {title}
        </Part>
        {note ? (
          <Part as="span" className="line-note">
            {note}
          </Part>
        ) : null}
      </Part>
      {side}
      <Part as="span" className="icon icon-on" silent />
    </Press>
  );
}

interface SwitchProps {
  readonly title: string;
  readonly note: ReactNode;
  readonly on: boolean;
  readonly busy?: boolean;
  readonly onPress: () => void;
}

/** A line that is on or off. */
export function Switch({ title, note, on, busy = false, onPress }: SwitchProps) {
  return (
    <Press className="line" on={on} disabled={busy} onPress={onPress}>
      <Part as="span" className="line-words">
        <Part as="span" className="line-title">
          {title}
        </Part>
        <Part as="span" className="line-note">
          {note}
        </Part>
      </Part>
      <Part as="span" className={`switch ${on ? "switch-on" : ""}`} silent />
    </Press>
  );
}

interface ButtonProps {
  readonly kind?: "main" | "quiet" | "plain";
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** `main` is a page's one red button. */
export function Button({
  kind = "quiet",
  busy = false,
  disabled = false,
  onPress,
  children,
}: ButtonProps) {
  return (
    <Press className={`button button-${kind}`} disabled={disabled || busy} onPress={onPress}>
      {busy ? "请稍候" : children}
    </Press>
  );
}

export type Tone = "doing" | "done" | "warn" | "late" | "off";

export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <Part as="span" className={`tag tag-${tone}`}>
      {children}
    </Part>
  );
}

interface TroubleProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}

/** What happened, why, and what to do; never in a toast. */
export function Trouble({ problem, onRetry }: TroubleProps) {
  return (
    <Part className="trouble" role="alert">
      <Part as="p" className="trouble-title">
        {problem.title}
      </Part>
      <Part as="p">{problem.next}</Part>
      {problem.requestId ? <Part as="p">编号 {problem.requestId}</Part> : null}
      {onRetry ? (
        <Button kind="quiet" onPress={onRetry}>
          重试
        </Button>
      ) : null}
    </Part>
  );
}

interface EmptyProps {
  readonly sentence: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

export function Empty({ sentence, hint, children }: EmptyProps) {
  return (
    <Part className="empty">
      <Part as="p" className="empty-sentence">
        {sentence}
      </Part>
      {hint ? <Part as="p">{hint}</Part> : null}
      {children}
    </Part>
  );
}

/** The shape of what is coming. */
export function Coming({ lines = 3 }: { readonly lines?: number }) {
  return (
    <Part className="card" role="status" label="正在打开">
      {Array.from({ length: lines }, (_, index) => `line ${index}`).map((key) => (
        <Part key={key} className="coming" silent />
      ))}
    </Part>
  );
}
