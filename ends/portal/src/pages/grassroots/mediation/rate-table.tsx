// Closure by county (各县办结率): counts in groups under short heads, so that all of them fit a screen; cards on a phone.
import { Table } from "antd";
import type { ColumnGroupType, ColumnType } from "antd/es/table";
import type { ReactNode } from "react";
import { Money, Nothing } from "../../../ui/money.tsx";
import { useNarrow } from "../../../ui/use-media.ts";
import { countWords } from "../../../ui/words.ts";
import styles from "./mediation.module.css";
import { percent, type RateLine } from "./mediation.ts";

type Counted = "filed" | "agreed" | "closedInTime" | "due" | "late" | "acceptedInTime" | "answered";
type Paid = "claimedFen" | "agreedFen" | "recoveredFen";

const figure = (key: Counted | Paid, title: string): ColumnType<RateLine> => ({
  ...{ key, title, align: "right" },
  sorter: (one, other) => one[key] - other[key],
});

const counted = (key: Counted, title: string): ColumnType<RateLine> => ({
  ...figure(key, title),
  render: (_, line) => countWords(line[key]),
});

const paid = (key: Paid, title: string): ColumnType<RateLine> => ({
  ...figure(key, title),
  render: (_, line) => <Money fen={line[key]} />,
});

const rateOf = ({ rate }: RateLine) => (rate === null ? <Nothing /> : <b>{percent(rate)}</b>);

const columns: (ColumnType<RateLine> | ColumnGroupType<RateLine>)[] = [
  { key: "union", title: "工会", fixed: "left", render: (_, { union }) => union.name },
  counted("filed", "申请"),
  {
    title: "答复",
    children: [counted("answered", "应当"), counted("acceptedInTime", "按期")],
  },
  {
    title: "办结",
    children: [
      counted("due", "应当"),
      counted("closedInTime", "按期"),
      {
        ...{ key: "rate", title: "按期率", align: "right", render: (_, line) => rateOf(line) },
        sorter: (one, other) => (one.rate ?? -1) - (other.rate ?? -1),
      },
      counted("late", "超期未办"),
    ],
  },
  counted("agreed", "达成协议"),
  {
    title: "金额",
    children: [paid("claimedFen", "请求"), paid("agreedFen", "协议"), paid("recoveredFen", "追回")],
  },
];

const ofWhich = (part: number, whole: number): string =>
  `${countWords(part)} 件，应当 ${countWords(whole)} 件`;

const onCard: readonly (readonly [title: string, cell: (of: RateLine) => ReactNode])[] = [
  ["按期办结率", rateOf],
  ["按期办结", ({ closedInTime, due }) => ofWhich(closedInTime, due)],
  ["超期未办结", ({ late }) => `${countWords(late)} 件`],
  ["按期答复", ({ acceptedInTime, answered }) => ofWhich(acceptedInTime, answered)],
  ["申请", ({ filed }) => `${countWords(filed)} 件`],
  ["达成协议", ({ agreed }) => `${countWords(agreed)} 件`],
  ["请求金额", ({ claimedFen }) => <Money fen={claimedFen} />],
  ["协议金额", ({ agreedFen }) => <Money fen={agreedFen} />],
  ["追回金额", ({ recoveredFen }) => <Money fen={recoveredFen} />],
];

const Card = ({ of }: { readonly of: RateLine }) => (
  <li>
    <b>{of.union.name}</b>
    <dl>
      {onCard.map(([title, cell]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{cell(of)}</dd>
        </div>
      ))}
    </dl>
  </li>
);

const keyOf = ({ union }: RateLine): string => union.name + union.id;
const scroll = { x: "max-content" } as const;

export function RateTable({ lines }: { readonly lines: readonly RateLine[] }) {
  const narrow = useNarrow();
  if (lines.length === 0) return <p className={styles.none}>这段时间没有劳动争议。</p>;
  if (narrow) {
    return (
      <ul className={styles.rateCards}>
        {lines.map((line) => (
          <Card key={keyOf(line)} of={line} />
        ))}
      </ul>
    );
  }
  return (
    <Table<RateLine>
      size="small"
      pagination={false}
      scroll={scroll}
      rowKey={keyOf}
      dataSource={[...lines]}
      columns={columns}
    />
  );
}
