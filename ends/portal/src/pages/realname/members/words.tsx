// Words of membership (会籍用语): states and checks as tags, the same on lists and on a person's page.
import { StatusTag, type Tone } from "../../../ui/status-tag.tsx";

export const stateTitles = { active: "在册", kept: "保留会籍", ended: "已离会" } as const;
export type MemberState = keyof typeof stateTitles;

export const verdictTitles = {
  unverified: "未核验",
  matched: "一致",
  mismatched: "不一致",
  unknown: "查无",
} as const;
export type Verdict = keyof typeof verdictTitles;

const stateTones = { active: "done", kept: "wait", ended: "off" } as const satisfies Record<
  MemberState,
  Tone
>;

const verdictTones = {
  unverified: "wait",
  matched: "done",
  mismatched: "warn",
  unknown: "warn",
} as const satisfies Record<Verdict, Tone>;

export const StateTag = ({ state }: { readonly state: MemberState }) => (
  <StatusTag tone={stateTones[state]}>{stateTitles[state]}</StatusTag>
);

export const VerdictTag = ({ verdict }: { readonly verdict: Verdict }) => (
  <StatusTag quiet tone={verdictTones[verdict]}>
    {verdictTitles[verdict]}
  </StatusTag>
);

export const choicesOf = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));
