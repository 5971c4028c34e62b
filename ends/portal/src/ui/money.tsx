// Money (金额): fen written as ¥1,234.00, figures of one width, right-aligned in a table by its column.
import { moneyWords } from "./words.ts";

export function Money({ fen }: { readonly fen: number | bigint | null | undefined }) {
  if (fen === null || fen === undefined) return <Nothing />;
  return <span style={{ fontVariantNumeric: "tabular-nums" }}>{moneyWords(fen)}</span>;
}

/** An empty cell that says so to those who listen; a phone's card leaves its line out. */
export function Nothing() {
  return (
    <span data-nothing style={{ color: "var(--nj-secondary)" }}>
      <span aria-hidden>—</span>
      <span className="nj-listen">无</span>
    </span>
  );
}
