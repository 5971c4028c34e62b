// Imports (导入记录): every roster that was brought, by whom, and what came of it.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useListPlace } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { Moment } from "../../../ui/day.tsx";
import { UploadOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { countWords } from "../../../ui/words.ts";
import { type ImportLine, importPaths, isLive, readImports, stateWords } from "./imports.ts";
import { SampleRoster } from "./sample-roster.tsx";

const lookEveryMs = 3_000;

function State({ state, rowsRead, rowsTotal }: ImportLine) {
  const { tone, title } = stateWords[state];
  const share = state === "running" ? ` ${Math.floor((rowsRead / (rowsTotal || 1)) * 100)}%` : "";
  return (
    <StatusTag tone={tone} quiet>
      {title}
      {share}
    </StatusTag>
  );
}

const count = (
  key: "rowsTotal" | "enrolled" | "updated" | "unchanged",
  title: string,
): PageColumn<ImportLine> => ({
  key,
  title,
  width: 80,
  align: "right",
  cell: (line) => (line.state === "ready" && key !== "rowsTotal" ? "—" : countWords(line[key])),
});

const columns: PageColumn<ImportLine>[] = [
  { key: "fileName", title: "文件", width: 240, cell: ({ fileName }) => fileName },
  { key: "unionName", title: "导入到", width: 190, cell: ({ unionName }) => unionName },
  { key: "state", title: "状态", width: 110, phone: "tag", cell: (line) => <State {...line} /> },
  count("rowsTotal", "行数"),
  count("enrolled", "新入库"),
  count("updated", "更新"),
  { ...count("unchanged", "没有变化"), hidden: true },
  {
    key: "faulty",
    title: "有错",
    width: 80,
    align: "right",
    cell: ({ id, faulty }) =>
      faulty > 0 ? <TextLink to={importPaths.one(id)}>{countWords(faulty)}</TextLink> : "0",
  },
  { key: "by", title: "谁导入", width: 180, cell: ({ by }) => by },
  {
    key: "createdAt",
    title: "上传时间",
    width: 140,
    cell: ({ createdAt }) => <Moment value={createdAt} since />,
  },
];

export function Page() {
  const place = useListPlace();
  const { history } = useRouter();
  const { page, size } = place.state;
  const query = useQuery({
    queryKey: ["roster", "imports", "list", page, size],
    queryFn: () => readImports({ page, size }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.rows.some((line) => isLive(line.state)) ? lookEveryMs : false,
  });
  const start = (
    <Button
      type="primary"
      icon={<UploadOutlined />}
      onClick={() => history.push(importPaths.fresh())}
    >
      导入名册
    </Button>
  );
  return (
    <ListPage
      back={<TextLink to={paths.room("realname", "roster")}>会员名册</TextLink>}
      title="名册导入"
      sentence="上传过的名册和结果。有错的行可以下载，改好后再导入。"
      more={<SampleRoster />}
      action={start}
      id="realname.roster.imports"
      label="导入记录"
      unit="次导入"
      columns={columns}
      keyOf={({ id }) => id}
      list={{ place, query }}
      onOpen={({ id }) => history.push(importPaths.one(id))}
      empty={{
        sentence: "还没有导入过名册",
        hint: "手头的 Excel 名册可以直接用，不必先改成模板的样子。",
        action: start,
      }}
    />
  );
}
