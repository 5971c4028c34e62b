// A snapshot as a file (年报快照下载): on paper, as a sheet, or the very words the hash is of.
import type { Act } from "@niangjia/foundation/act";
import { formatDay } from "@niangjia/foundation/day";
import { sheetFile, type Value } from "@niangjia/foundation/excel";
import type { Asked, Download } from "@niangjia/foundation/http";
import { type Paper, pdf } from "@niangjia/foundation/pdf";
import { getSnapshot } from "./snapshot.ts";
import type { Statement, snapshotFile } from "./snapshot-contract.ts";
import type { SnapshotRow } from "./snapshot-store.ts";

interface Frozen {
  readonly row: SnapshotRow;
  readonly statement: Statement;
}

type Counts = Statement["changes"];

const text = (value: number | null): string =>
  value === null ? "—" : value.toLocaleString("zh-CN");

function table(paper: Paper, title: string, counts: Counts): void {
  if (counts.length === 0) return;
  paper.heading(title);
  const columns = [
    { title: "项目", share: 3 },
    { title: "数量", share: 1, align: "right" },
  ] as const;
  paper.table({ columns, rows: counts.map((one) => [one.title, text(one.count)]) });
}

function quality(paper: Paper, { quality: measured }: Statement): void {
  if (!measured) return;
  paper.heading(`数据质量：${text(measured.score)} 分`);
  const right = { share: 1, align: "right" } as const;
  const columns = [
    { title: "指标", share: 2 },
    ...["权重", "合格", "检查", "得分率（%）"].map((title) => ({ title, ...right })),
  ];
  const rows = measured.aspects.map(({ title, weight, good, total, percent }) => [
    title,
    ...[weight, good, total, percent].map(text),
  ]);
  paper.table({ columns, rows });
}

function below(paper: Paper, { below: unions }: Statement): void {
  if (unions.length === 0) return;
  paper.heading("按下级工会");
  const right = { share: 1, align: "right" } as const;
  const columns = [
    { title: "工会", share: 4 },
    ...["会员", "保留会籍", "女会员", "新就业形态"].map((title) => ({ title, ...right })),
  ];
  const rows = unions.map(({ unionName, members, kept, women, gig }) => [
    unionName,
    ...[members, kept, women, gig].map(text),
  ]);
  paper.table({ columns, rows });
}

/** The same bytes each time: the moment of freezing stands in it, not that of printing. */
const onPaper = ({ row, statement }: Frozen): Promise<Buffer> =>
  pdf({ title: statement.title, madeAt: row.at, footer: `校验码 ${row.sha256}` }, (paper) => {
    paper.title(statement.title);
    paper.paragraph(statement.rule);
    paper.keyValues([
      ["统计时点", formatDay(statement.day as Parameters<typeof formatDay>[0])],
      ["会员", text(statement.members)],
      ["保留会籍", text(statement.kept)],
      ["工会", text(statement.unions.total)],
    ]);
    for (const { title, counts } of statement.breakdowns) table(paper, `会员${title}`, counts);
    table(paper, "统计年度内会籍变化", statement.changes);
    table(paper, "工会按级别", statement.unions.levels);
    table(paper, "工会按类型", statement.unions.kinds);
    below(paper, statement);
    quality(paper, statement);
  });

function* lines({ statement }: Frozen): Generator<Value[]> {
  const { members, kept, unions, breakdowns, changes, quality: measured } = statement;
  yield ["总数", "会员", members];
  yield ["总数", "保留会籍", kept];
  yield ["总数", "工会", unions.total];
  const groups: [string, Counts][] = [
    ...breakdowns.map(({ title, counts }): [string, Counts] => [`会员${title}`, counts]),
    ["会籍变化", changes],
    ["工会按级别", unions.levels],
    ["工会按类型", unions.kinds],
  ];
  for (const [title, counts] of groups) {
    for (const one of counts) yield [title, one.title, one.count];
  }
  for (const one of statement.below) {
    yield ["下级工会：会员", one.unionName, one.members];
    yield ["下级工会：保留会籍", one.unionName, one.kept];
    yield ["下级工会：女会员", one.unionName, one.women];
    yield ["下级工会：新就业形态", one.unionName, one.gig];
  }
  if (measured) yield ["数据质量", "总分", measured.score];
  for (const one of measured?.aspects ?? []) yield ["数据质量（%）", one.title, one.percent];
}

const asSheet = (frozen: Frozen): Promise<Download> =>
  sheetFile({
    ...{ name: "年报快照", file: frozen.statement.title },
    title: frozen.statement.title,
    columns: [
      { title: "类别", widthCharacters: 28 },
      { title: "项目", widthCharacters: 44 },
      { title: "数量", kind: "number" },
    ],
    rows: lines(frozen),
    notes: [frozen.statement.rule, `校验码（SHA-256）：${frozen.row.sha256}`],
  });

export async function fetchSnapshot(
  act: Act,
  { params, query }: Asked<typeof snapshotFile>,
): Promise<Download> {
  const frozen = await getSnapshot(act, params.id);
  const { title } = frozen.statement;
  switch (query.kind) {
    case "json":
      return {
        name: `${title}.json`,
        type: "application/json",
        bytes: Buffer.from(frozen.row.content),
      };
    case "pdf":
      return { name: `${title}.pdf`, type: "application/pdf", bytes: await onPaper(frozen) };
    case "xlsx":
      return asSheet(frozen);
  }
}
