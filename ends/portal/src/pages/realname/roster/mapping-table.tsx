// Column mapping (栏目对应): each column of the sheet, a few of its cells, what it was taken for and how surely.
import { Button, Select } from "antd";
import { useState } from "react";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Import, Preview } from "./imports.ts";
import styles from "./roster.module.css";

/** From here on a column was recognised by its very title. */
const sure = 0.95;
const leftOut = "";

type Column = Import["columns"][number];

interface MappingTableProps {
  readonly roster: Import;
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onColumns: (columns: (string | null)[]) => void;
}

/** `A`, `B` … `Z`, `AA`: as Excel names its columns. */
function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letterOf(Math.floor(column / 26) - 1) + rest;
}

export function MappingTable({ roster, preview, busy, onColumns }: MappingTableProps) {
  const { columns, can } = roster;
  const [all, setAll] = useState(false);
  const fields = columns.map(({ field }) => field);
  const shown = columns
    .map((column, index) => ({ ...column, index }))
    .filter((column) => all || needsLook(column));
  const choose = (column: number, field: string) =>
    onColumns(
      fields.map((now, index) => {
        if (index === column) return field === leftOut ? null : field;
        return now === field ? null : now;
      }),
    );
  return (
    <>
      <p className={styles.help}>{sayShown(columns.length, shown.length)}</p>
      {shown.length > 0 ? (
        <div className={styles.scroll}>
          <table className={styles.grid}>
            <Head />
            <tbody>
              {shown.map(({ index, ...column }) => (
                <tr key={letterOf(index)} data-out={column.field === null || undefined}>
                  <td className={styles.letter}>{letterOf(index)}</td>
                  <td>{column.title || <span className={styles.help}>没有名字</span>}</td>
                  <td className={styles.samples}>{preview.samples[index]?.join("、") || "空"}</td>
                  <td>
                    <Select
                      aria-label={`${letterOf(index)} 列“${column.title}”认成`}
                      value={column.field ?? leftOut}
                      disabled={!can.map || busy}
                      showSearch={{ optionFilterProp: "label" }}
                      style={{ width: "100%" }}
                      options={optionsOf(preview)}
                      onChange={(field) => choose(index, field)}
                    />
                  </td>
                  <td>
                    <Confidence {...column} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div>
        <Button onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? "只看要核对的列" : `查看全部 ${columns.length} 列`}
        </Button>
      </div>
    </>
  );
}

const needsLook = ({ field, confidence }: Column): boolean => field === null || confidence < sure;

function sayShown(all: number, shown: number): string {
  if (shown === 0) return `${all} 列都认出来了，可以直接往下看。`;
  if (shown === all) return "每一列认成了什么。不对的请改过来；用不着的列选“不导入”。";
  return `${all} 列里有 ${shown} 列请您核对。不对的请改过来；用不着的列选“不导入”。`;
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col" style={{ width: 44 }}>
          列
        </th>
        <th scope="col" style={{ width: "24%" }}>
          表里的名字
        </th>
        <th scope="col">前几格</th>
        <th scope="col" style={{ width: 200 }}>
          认成
        </th>
        <th scope="col" style={{ width: 130 }}>
          把握
        </th>
      </tr>
    </thead>
  );
}

const optionsOf = ({ fields }: Preview) => [
  { value: leftOut, label: "不导入" },
  ...fields.map(({ field, title, required }) => ({
    value: field,
    label: required ? `${title}（必填）` : title,
  })),
];

function Confidence({ field, confidence }: Column) {
  if (field === null) {
    return (
      <StatusTag tone="off" quiet>
        不导入
      </StatusTag>
    );
  }
  return confidence >= sure ? (
    <StatusTag tone="done" quiet>
      认得
    </StatusTag>
  ) : (
    <StatusTag tone="warn" quiet title="按内容或相近的名字猜的">
      请核对 {Math.round(confidence * 100)}%
    </StatusTag>
  );
}
