// Losing rows (扣分明细): the very members that lose points, each with the reason, and the way to mend them.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import type { FilterField } from "../../../ui/filter/fields.ts";
import { WarningOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { withFilters } from "../../../ui/list.ts";
import { ListPage } from "../../../ui/list-page.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { UnionPicker } from "../../../unions/union-picker.tsx";
import { qualityPaths } from "./addresses.ts";
import { duplicateCheck, Rectify } from "./rectify.tsx";
import { RowPanel } from "./row-panel.tsx";
import styles from "./scores.module.css";
import {
  aspectNames,
  aspectTitles,
  type LosingRow,
  readRows,
  type Score,
  scoreQuery,
} from "./scores.ts";

const columns: PageColumn<LosingRow>[] = [
  {
    key: "name",
    title: "会员",
    width: 110,
    cell: ({ name }) => name,
  },
  { key: "idMask", title: "证件号码", width: 190, cell: ({ idMask }) => idMask },
  {
    key: "union",
    title: "所在工会",
    width: 260,
    cell: ({ unionId, unionName }) => <TextLink to={paths.union(unionId)}>{unionName}</TextLink>,
  },
  {
    key: "faults",
    title: "为什么扣分",
    width: 420,
    always: true,
    cell: ({ faults }) => (
      <ul className={styles.faults}>
        {faults.map(({ code, title, say }) => (
          <li key={code}>
            <WarningOutlined /> {say.startsWith(title) ? null : <b>{title}：</b>}
            {say}
          </li>
        ))}
      </ul>
    ),
  },
];

function fieldsOf(score: Score | undefined, measure: string | undefined): FilterField[] {
  const aspects = (score?.aspects ?? []).filter(
    ({ aspect }) => measure === undefined || aspect === measure,
  );
  return [
    {
      kind: "custom",
      name: "unionId",
      title: "工会",
      width: 260,
      draw: (value, set) => (
        <UnionPicker title="某工会及其下级" value={value || undefined} onChange={set} />
      ),
      words: () => score?.unionName ?? "已选的工会",
    },
    {
      kind: "choice",
      name: "measure",
      title: "指标",
      width: 120,
      options: aspectNames.map((value) => ({ value, title: aspectTitles[value] })),
    },
    {
      kind: "choice",
      name: "check",
      title: "扣分情形",
      width: 220,
      options: aspects.flatMap(({ checks }) =>
        checks.map(({ code, title, people }) => ({
          value: code,
          title: `${title}（${people} 人）`,
        })),
      ),
    },
  ];
}

const keyOf = ({ personId }: LosingRow) => personId;

export function Page() {
  const list = useList(["quality", "rows"], readRows);
  const { unionId, measure, check } = list.place.state.filters;
  const { data: score } = useQuery(scoreQuery(unionId));
  const fields = useMemo(() => fieldsOf(score, measure), [score, measure]);
  const choose = ({ check: chosen = "", ...others }: Record<string, string>) => {
    const stillOfMeasure = others.measure === measure;
    list.place.go({ filters: withFilters(others, { check: stillOfMeasure ? chosen : "" }) });
  };
  const found = score?.aspects.flatMap(({ checks }) => checks).find(({ code }) => code === check);
  return (
    <ListPage
      back={<TextLink to={qualityPaths.scores(unionId)}>{score?.unionName ?? ""}数据质量</TextLink>}
      title={found ? `扣分的会员：${found.title}` : "扣分的会员"}
      sentence={found?.say ?? "此刻扣分的会员和原因。改好后，下一次计算就不再扣分。"}
      id="realname.quality.rows"
      label="扣分的会员"
      unit="名会员"
      columns={columns}
      keyOf={keyOf}
      list={list}
      fields={fields}
      onFilters={choose}
      tools={
        score && found && found.people > 0 && found.code !== duplicateCheck ? (
          <Rectify {...score} fault={found} people={found.people} />
        ) : undefined
      }
      panel={({ row, ways }) => <RowPanel row={row} {...ways} />}
      empty={{ sentence: "没有扣分的会员" }}
    ></ListPage>
  );
}
