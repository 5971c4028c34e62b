// Tiles (数字块): one figure each, its change in a month, its year, and the place to look at first.

import { paths } from "../../paths.ts";
import { TextLink } from "../../ui/link.tsx";
import { Spark } from "../../ui/spark.tsx";
import { countWords } from "../../ui/words.ts";
import { membersOf, unionsUnder } from "../realname/organisations/addresses.ts";
import styles from "./cockpit.module.css";
import { type ChildRow, type Measure, measures, type Now, type Point } from "./figures.ts";
import { beforeWorst, worstOf } from "./worst.ts";

interface TilesProps {
  readonly now: Now | undefined;
  readonly rows: readonly ChildRow[];
  readonly trends: ReadonlyMap<Measure, readonly Point[]>;
}

interface Tile {
  readonly title: string;
  readonly unit: string;
  readonly value: (numbers: Now["numbers"]) => number;
  readonly to: (unionId: string) => string;
}

const tiles: Record<Measure, Tile> = {
  members: {
    title: "会员",
    unit: "人",
    value: ({ members }) => members,
    to: (id) => membersOf(id, { state: "active" }),
  },
  "members.gig": {
    title: "新就业形态会员",
    unit: "人",
    value: ({ gig }) => gig,
    to: (id) => membersOf(id, { state: "active", gig: "true" }),
  },
  "members.women": {
    title: "女会员",
    unit: "人",
    value: ({ women }) => women,
    to: (id) => membersOf(id, { state: "active", sex: "2" }),
  },
  "members.kept": {
    title: "保留会籍",
    unit: "人",
    value: ({ kept }) => kept,
    to: (id) => membersOf(id, { state: "kept" }),
  },
  unions: { title: "工会", unit: "个", value: ({ unions }) => unions, to: unionsUnder },
};

export function Tiles({ now, rows, trends }: TilesProps) {
  return (
    <>
      <ul className={styles.tiles}>
        {measures.map((measure) => (
          <TileOf
            key={measure}
            measure={measure}
            now={now}
            rows={rows}
            points={trends.get(measure) ?? []}
          />
        ))}
      </ul>
      {now ? <Levels now={now} /> : null}
    </>
  );
}

interface TileOfProps extends Pick<TilesProps, "now" | "rows"> {
  readonly measure: Measure;
  readonly points: readonly Point[];
}

function TileOf({ measure, now, rows, points }: TileOfProps) {
  const { title, unit, value, to } = tiles[measure];
  const worst = worstOf(measure, rows);
  return (
    <li className={styles.tile}>
      <p className={styles.tileTitle}>{title}</p>
      <p className={styles.figure}>
        {now ? (
          <TextLink to={to(now.union.id)}>
            {countWords(value(now.numbers))}
            <small>{unit}</small>
          </TextLink>
        ) : (
          <span className={styles.bone} />
        )}
        <Spark values={points.map(({ amount }) => amount)} width={88} height={26} />
      </p>
      <p className={styles.note}>{changeWords(points, unit)}</p>
      {worst ? (
        <p className={styles.note}>
          {beforeWorst(measure)}：<TextLink to={paths.cockpit(worst.id)}>{worst.words}</TextLink>
        </p>
      ) : null}
    </li>
  );
}

/** Against the end of the month before. */
function changeWords(points: readonly Point[], unit: string): string {
  const [before, last] = points.slice(-2);
  if (!before || !last) return "";
  const by = last.amount - before.amount;
  if (by === 0) return "比上月末持平";
  return `比上月末${by > 0 ? "增加" : "减少"} ${countWords(Math.abs(by))} ${unit}`;
}

function Levels({ now }: { readonly now: Now }) {
  return (
    <ul className={styles.levels} aria-label="各级工会">
      {now.numbers.byLevel.map(({ level, levelName, unions }) => (
        <li key={level}>
          <TextLink to={unionsUnder(now.union.id, { level })}>
            {levelName} <b>{countWords(unions)}</b> 个
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
