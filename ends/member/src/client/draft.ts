// A draft (草稿): what was typed so far, and which of two is the newer.

export interface Draft {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly screen: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether the house has it too. */
  readonly sent: boolean;
}

interface OfHouse {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly savedAt: string;
}

/** The newer of two: what was typed here and never arrived always is. */
export function newerDraft(here: Draft | undefined, there: OfHouse | null): Draft | undefined {
  if (!there) return here;
  const savedAt = Date.parse(there.savedAt);
  if (here && (!here.sent || here.at >= savedAt)) return here;
  return { facts: there.facts, labels: here?.labels ?? {}, screen: 0, at: savedAt, sent: true };
}
