// Saved state (保存状态): whether what was typed is safe, said beside the button.
import { CheckCircleOutlined, EditOutlined, LoadingOutlined, WarningOutlined } from "../icons.tsx";
import { sinceWords } from "../words.ts";
import styles from "./form.module.css";

export type Saved =
  | { readonly state: "unsaved" | "saving" | "failed" }
  | { readonly state: "saved"; readonly at: Date | string };

export function SavedState({ saved }: { readonly saved: Saved }) {
  return (
    <span className={styles.saved} data-state={saved.state} role="status">
      {iconOf[saved.state]}
      {wordsOf(saved)}
    </span>
  );
}

const iconOf = {
  unsaved: <EditOutlined />,
  saving: <LoadingOutlined />,
  saved: <CheckCircleOutlined />,
  failed: <WarningOutlined />,
} as const;

function wordsOf(saved: Saved): string {
  if (saved.state === "saved") return `草稿已保存，${sinceWords(saved.at)}`;
  return {
    unsaved: "有未保存的修改",
    saving: "正在保存",
    failed: "草稿没有保存成功，内容还在本页",
  }[saved.state];
}
