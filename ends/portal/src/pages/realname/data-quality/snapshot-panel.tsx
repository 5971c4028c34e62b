// Snapshot panel (快照详情): the frozen numbers, the hash that proves them, and the files to take away.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Day, Moment } from "../../../ui/day.tsx";
import { DownloadOutlined, FileExcelOutlined } from "../../../ui/icons.tsx";
import { Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { countWords } from "../../../ui/words.ts";
import { scoreWords } from "./scores.ts";
import styles from "./snapshots.module.css";
import { type Snapshot, type Statement, snapshotFile, snapshotQuery } from "./snapshots.ts";

interface SnapshotPanelProps extends PanelWays {
  readonly id: string | undefined;
}

export function SnapshotPanel({ id, ...ways }: SnapshotPanelProps) {
  const { data, error, refetch } = useQuery({
    ...snapshotQuery(id ?? ""),
    enabled: id !== undefined,
  });
  return (
    <SidePanel
      wide
      open={id !== undefined}
      {...ways}
      title={data?.statement.title ?? "年报快照"}
      loading={!data}
      problem={data ? undefined : error}
      onRetry={refetch}
      actions={data ? <Files id={data.id} /> : undefined}
    >
      {data ? <Shown snapshot={data} /> : null}
    </SidePanel>
  );
}

function Files({ id }: { readonly id: string }) {
  return (
    <>
      <Button href={snapshotFile(id, "json")} download>
        校验原文
      </Button>
      <Button icon={<FileExcelOutlined />} href={snapshotFile(id, "xlsx")} download>
        下载 Excel
      </Button>
      <Button icon={<DownloadOutlined />} href={snapshotFile(id, "pdf")} download>
        下载 PDF
      </Button>
    </>
  );
}

function Shown({ snapshot }: { readonly snapshot: Snapshot }) {
  const { statement, day, at, by, sha256 } = snapshot;
  const { members, kept, unions, breakdowns, changes, below, quality } = statement;
  return (
    <div className={styles.panel}>
      <Facts
        facts={[
          { title: "统计时点", value: <Day value={day} /> },
          { title: "会员", value: countWords(members) },
          { title: "保留会籍", value: countWords(kept) },
          { title: "工会（含本级）", value: countWords(unions.total) },
          { title: "谁生成", value: by },
          { title: "生成时间", value: <Moment value={at} /> },
          {
            title: "校验码（SHA-256）",
            wide: true,
            value: <code className={styles.hash}>{sha256}</code>,
          },
          { title: "统计口径", wide: true, value: statement.rule },
        ]}
      />
      {quality ? <Quality quality={quality} /> : null}
      {below.length > 0 ? <Below below={below} /> : null}
      {breakdowns.map(({ title, counts }) => (
        <Counts key={title} title={`会员${title}`} counts={counts} />
      ))}
      <Counts title="统计年度内会籍变化" counts={changes} />
      <Counts title="工会按级别" counts={unions.levels} />
      <Counts title="工会按类型" counts={unions.kinds} />
    </div>
  );
}

interface CountsProps {
  readonly title: string;
  readonly counts: Statement["changes"];
}

function Counts({ title, counts }: CountsProps) {
  if (counts.length === 0) return null;
  const rows = counts.map((one) => [one.title, countWords(one.count)]);
  return <Figures title={title} heads={["项目", "数量"]} rows={rows} />;
}

function Quality({ quality }: { readonly quality: NonNullable<Statement["quality"]> }) {
  return (
    <Figures
      title={`数据质量 ${scoreWords(quality.score)} 分`}
      heads={["指标", "权重", "合格", "检查", "得分率 %"]}
      rows={quality.aspects.map(({ title, weight, good, total, percent }) => [
        title,
        weight,
        countWords(good),
        countWords(total),
        scoreWords(percent),
      ])}
    />
  );
}

function Below({ below }: Pick<Statement, "below">) {
  return (
    <Figures
      title="按下级工会"
      heads={["工会", "会员", "保留会籍", "女会员", "新就业形态"]}
      rows={below.map(({ unionName, ...one }) => [
        unionName,
        ...[one.members, one.kept, one.women, one.gig].map(countWords),
      ])}
    />
  );
}

interface FiguresProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

/** Names to the left, numbers to the right. */
function Figures({ title, heads, rows }: FiguresProps) {
  return (
    <section>
      <h3>{title}</h3>
      <div className={styles.scroll}>
        <table className={styles.figures} aria-label={title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={String(name)}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={heads[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
