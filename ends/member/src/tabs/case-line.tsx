// A case in a list (办件一行): what it is, where it stands, who has it and until when.
import type { Read } from "../client/api.ts";
import { go } from "../device/go.ts";
import { Line, Tag, type Tone } from "../ui/kit.tsx";
import { clockWords, dayWords } from "../words.ts";

export type CaseRow = Read<"/api/desk">["rows"][number];

/** One question for all pages, so that each finds what another asked. */
export const myCases = { query: { list: "mine", size: 50 } };

/** Still to be decided, or waiting for the applicant. */
export const isOpen = ({ status }: CaseRow): boolean =>
  status === "running" || status === "returned";

export const tones: Readonly<Record<CaseRow["status"], Tone>> = {
  draft: "off",
  running: "doing",
  returned: "warn",
  approved: "done",
  rejected: "late",
  withdrawn: "off",
};

const soonDays = 2;

/** It waits for the applicant, or somebody has two working days at most to decide it. */
export function closesSoon({ status, clock }: CaseRow): boolean {
  if (status === "returned") return true;
  return status === "running" && (clock?.workdaysLeft ?? soonDays + 1) <= soonDays;
}

/** What waits for the applicant comes first, then what is due first. */
export function bySoonest(one: CaseRow, other: CaseRow): number {
  const rank = ({ status, clock }: CaseRow) =>
    `${status === "returned" ? 0 : 1}${clock?.due ?? "9"}`;
  return rank(one).localeCompare(rank(other));
}

function noteOf({ status, step, clock, filedAt }: CaseRow): string {
  if (status === "returned") {
    return `请按退回的原因补正后重新提交${clock ? `，${dayWords(clock.due)}前` : ""}`;
  }
  if (status === "running" && clock) return `${step ? `${step}，` : ""}${clockWords(clock)}`;
  return `${dayWords(filedAt)}提交`;
}

export function CaseLine({ row }: { readonly row: CaseRow }) {
  return (
    <Line
      title={row.title}
      note={noteOf(row)}
      side={<Tag tone={tones[row.status]}>{row.statusTitle}</Tag>}
      onPress={() => go("case", { id: row.id })}
    />
  );
}
