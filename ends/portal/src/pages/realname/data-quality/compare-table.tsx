// Compare table (并排对照): two records fact by fact, what differs first; with a choice, the value that stays is marked.
import { Radio } from "antd";
import type { ReactNode } from "react";
import { Nothing } from "../../../ui/money.tsx";
import { type Choice, isChosen, recordWords, stays } from "./choice.ts";
import styles from "./data-quality.module.css";
import type { Line, Party } from "./merges.ts";
import { Relation } from "./relation.tsx";

interface CompareTableProps {
  readonly lines: readonly Line[];
  /** What stands above each record: whose it is and where. */
  readonly heads: Readonly<Record<Party, ReactNode>>;
  readonly choice?: Choice;
  readonly onPick?: (field: string, party: Party) => void;
}

const parties = ["first", "second"] as const;

const weight: Record<Line["relation"], number> = {
  differs: 0,
  "only-first": 1,
  "only-second": 1,
  same: 2,
  neither: 3,
};

export function CompareTable({ lines, heads, choice, onPick }: CompareTableProps) {
  const known = lines
    .filter(({ relation }) => relation !== "neither")
    .toSorted((one, other) => weight[one.relation] - weight[other.relation]);
  return (
    <table className={styles.compare}>
      <thead>
        <tr>
          <th scope="col">信息</th>
          {parties.map((party) => (
            <th scope="col" key={party}>
              {heads[party]}
            </th>
          ))}
          <th scope="col">异同</th>
        </tr>
      </thead>
      <tbody>
        {known.map((line) => (
          <tr key={line.field} data-relation={line.relation}>
            <th scope="row">{line.title}</th>
            {parties.map((party) => (
              <td key={party} data-stays={isKept(line, party, choice) || undefined}>
                <Value line={line} party={party} choice={choice} onPick={onPick} />
              </td>
            ))}
            <td>
              <Relation relation={line.relation} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Marked only where the two records say something different. */
const isKept = (line: Line, party: Party, choice: Choice | undefined): boolean =>
  line.relation !== "same" && choice !== undefined && stays(line, choice) === party;

interface ValueProps {
  readonly line: Line;
  readonly party: Party;
  readonly choice: Choice | undefined;
  readonly onPick: CompareTableProps["onPick"];
}

function Value({ line, party, choice, onPick }: ValueProps) {
  const text = line[party];
  if (text === null) return <Nothing />;
  if (!choice || !onPick || !isChosen(line)) return text;
  return (
    <Radio
      name={line.field}
      aria-label={`${line.title}用${recordWords[party]}的 ${text}`}
      checked={stays(line, choice) === party}
      onChange={() => onPick(line.field, party)}
    >
      {text}
    </Radio>
  );
}
