// Day (日期): 2026-11-21, and moments with their minute; never a locale's guess.
import { Nothing } from "./money.tsx";
import { dayWords, momentWords, sinceWords } from "./words.ts";

export function Day({ value }: { readonly value: string | Date | null | undefined }) {
  if (!value) return <Nothing />;
  return <time dateTime={dayWords(value)}>{dayWords(value)}</time>;
}

interface MomentProps {
  readonly value: string | Date | null | undefined;
  /** Writes `3 分钟前` for what happened within a day; the full moment stays in the title. */
  readonly since?: boolean;
}

export function Moment({ value, since }: MomentProps) {
  if (!value) return <Nothing />;
  const full = momentWords(value);
  return (
    <time dateTime={new Date(value).toISOString()} title={full}>
      {since ? sinceWords(value) : full}
    </time>
  );
}
