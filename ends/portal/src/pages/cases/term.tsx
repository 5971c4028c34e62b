// The chip of a term (时限): in time, nearly due, late or standing still, in colour and in words.
import { Clock } from "../../ui/clock.tsx";
import { Day } from "../../ui/day.tsx";

/** As the house answers terms; a desk's never stand still. */
interface TermAnswer {
  readonly due: string | null;
  readonly workdaysLeft: number | null;
  readonly state: "ok" | "amber" | "red" | "paused";
  readonly provisional: boolean;
}

interface TermProps {
  readonly term: TermAnswer | null | undefined;
  readonly quiet?: boolean;
}

/** Past the last year that can be foreseen working days are not guessed: the day itself is shown. */
export function Term({ term, quiet = false }: TermProps) {
  if (term?.due && term.workdaysLeft === null) {
    return (
      <span>
        <Day value={term.due} /> 到期
      </span>
    );
  }
  return (
    <Clock
      left={term?.workdaysLeft}
      due={term?.due ?? undefined}
      state={term?.state}
      provisional={term?.provisional}
      quiet={quiet}
    />
  );
}
