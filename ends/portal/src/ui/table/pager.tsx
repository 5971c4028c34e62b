// Pager (翻页): which page of how many, and how many rows a page holds.
import { Pagination } from "antd";
import type { ListState } from "../list.ts";
import { useNarrow } from "../use-media.ts";
import { countWords } from "../words.ts";
import styles from "./page-table.module.css";

interface PagerProps {
  readonly state: ListState;
  readonly total: number;
  readonly onState: (changes: Partial<ListState>) => void;
}

export function Pager({ state, total, onState }: PagerProps) {
  const narrow = useNarrow();
  if (total === 0 || (total <= state.size && state.page === 1 && total <= 20)) return null;
  const first = (state.page - 1) * state.size + 1;
  const last = Math.min(state.page * state.size, total);
  return (
    <nav className={styles.pager} aria-label="翻页">
      {narrow ? null : (
        <span className={styles.range}>
          第 {countWords(first)}–{countWords(last)} 条
        </span>
      )}
      <Pagination
        simple={narrow}
        current={state.page}
        pageSize={state.size}
        total={total}
        pageSizeOptions={[20, 50, 100]}
        showSizeChanger={!narrow}
        showQuickJumper={!narrow && total > state.size * 10}
        onChange={(page, size) => onState({ page: size === state.size ? page : 1, size })}
      />
    </nav>
  );
}
