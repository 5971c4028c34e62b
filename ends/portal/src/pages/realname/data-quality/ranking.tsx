// Ranking (质量排名): unions below, the best first, against thirty days ago; a name drills down, a number shows its rows.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useListPlace } from "../../../list-state.ts";
import { ArrowDownOutlined, ArrowUpOutlined, DownloadOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import type { ListState } from "../../../ui/list.ts";
import { Nothing } from "../../../ui/money.tsx";
import { PrintButton } from "../../../ui/print-button.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { countWords } from "../../../ui/words.ts";
import { qualityPaths } from "./addresses.ts";
import styles from "./scores.module.css";
import {
  aspectNames,
  aspectTitles,
  type Ranked,
  rankingFile,
  readRanking,
  scoreWords,
} from "./scores.ts";

function Change({ score, rank, before }: Ranked) {
  if (!before) return <Nothing />;
  const by = score - before.score;
  const places = before.rank - rank;
  if (by === 0 && places === 0) return "持平";
  return (
    <span className={styles.change}>
      {by < 0 ? <ArrowDownOutlined aria-label="下降" /> : <ArrowUpOutlined aria-label="上升" />}
      {scoreWords(Math.abs(by))} 分
      {places === 0 ? "" : `，${places > 0 ? "进" : "退"} ${Math.abs(places)} 名`}
    </span>
  );
}

const columns: PageColumn<Ranked>[] = [
  {
    key: "union",
    title: "工会",
    width: 240,
    cell: ({ unionId, unionName }) => (
      <TextLink to={qualityPaths.scores(unionId)}>{unionName}</TextLink>
    ),
  },
  {
    key: "rank",
    title: "名次",
    width: 72,
    align: "right",
    help: "同分同名次。",
    cell: (row) => row.rank,
  },
  {
    key: "score",
    title: "总分",
    width: 84,
    align: "right",
    phone: "tag",
    cell: ({ score }) => <b>{scoreWords(score)}</b>,
  },
  { key: "change", title: "和 30 天前比", width: 160, cell: (row) => <Change {...row} /> },
  ...aspectNames.map(
    (aspect): PageColumn<Ranked> => ({
      key: aspect,
      title: `${aspectTitles[aspect]} %`,
      width: 104,
      align: "right",
      cell: ({ unionId, percents }) =>
        typeof percents[aspect] === "number" ? (
          <TextLink to={qualityPaths.rows({ unionId, measure: aspect })}>
            {scoreWords(percents[aspect])}
          </TextLink>
        ) : (
          <Nothing />
        ),
    }),
  ),
  {
    key: "people",
    title: "会员",
    width: 90,
    align: "right",
    help: "含下级工会和保留会籍的会员。",
    cell: ({ people }) => countWords(people),
  },
];

const levelTitles = {
  city: "全部市级",
  county: "全部县级",
  town: "全部乡镇（街道）级",
  grassroots: "全部基层",
} as const;

const fields = [
  {
    kind: "choice" as const,
    name: "level",
    title: "直接下级",
    width: 160,
    options: Object.entries(levelTitles).map(([value, title]) => ({ value, title })),
  },
];

/** The union is where the reader stands, not a filter of the list: clearing filters does not leave it. */
export function Ranking({ unionId }: { readonly unionId: string | undefined }) {
  const place = useListPlace();
  const { unionId: _here, ...filters } = place.state.filters;
  const go = ({ filters: next, ...changes }: Partial<ListState>) =>
    place.go(
      next ? { ...changes, filters: { ...next, ...(unionId ? { unionId } : {}) } } : changes,
    );
  const query = useQuery({
    queryKey: ["quality", "ranking", place.state],
    queryFn: () => readRanking(place.state),
    placeholderData: keepPreviousData,
  });
  return (
    <section className={styles.ranking}>
      <h2>下级工会排名</h2>
      <ListTable
        id="realname.quality.ranking"
        label="下级工会排名"
        unit="个工会"
        columns={columns}
        keyOf={(row) => row.unionId}
        list={{ place: { ...place, state: { ...place.state, filters }, go }, query }}
        fields={fields}
        tools={
          <>
            <PrintButton />
            <Button icon={<DownloadOutlined />} href={rankingFile(place.state)} download>
              导出
            </Button>
          </>
        }
        empty={{
          sentence: "这个工会没有可以排名的下级工会",
          hint: "点上面的百分数或人数，看扣分的会员。",
        }}
      />
    </section>
  );
}
