// Counts of an import (导入计数): what its rows came to, in the words of its pages.
import type { Tone } from "../../../ui/status-tag.tsx";
import type { Import } from "./imports.ts";

interface Count {
  readonly title: string;
  readonly value: number;
  readonly tone?: Tone;
}

export const countsOf = ({ enrolled, updated, unchanged, faulty, skipped }: Import): Count[] => [
  { title: "新入库", value: enrolled },
  { title: "更新", value: updated },
  { title: "没有变化", value: unchanged },
  { title: "有错退回", value: faulty, tone: "late" },
  { title: "标题、合计、空行", value: skipped },
];
