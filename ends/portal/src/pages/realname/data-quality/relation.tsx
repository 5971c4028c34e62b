// Relation (异同): what two values are to each other, by word and icon, not by colour alone.
import type { ReactNode } from "react";
import { CheckOutlined, PlusOutlined, WarningOutlined } from "../../../ui/icons.tsx";
import styles from "./data-quality.module.css";
import type { Line } from "./merges.ts";

const marks: Record<Exclude<Line["relation"], "neither">, { icon: ReactNode; word: string }> = {
  same: { icon: <CheckOutlined />, word: "相同" },
  differs: { icon: <WarningOutlined />, word: "不同" },
  "only-first": { icon: <PlusOutlined />, word: "只有甲有" },
  "only-second": { icon: <PlusOutlined />, word: "只有乙有" },
};

export function Relation({ relation }: Pick<Line, "relation">) {
  if (relation === "neither") return null;
  const { icon, word } = marks[relation];
  return (
    <span className={styles.relation} data-relation={relation}>
      {icon} {word}
    </span>
  );
}
