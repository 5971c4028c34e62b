// Page table (列表): the portal's one table, paged by the server; page, sort and filters belong to the caller's URL.
import { useEffect, useState } from "react";
import { Empty } from "../empty.tsx";
import { ErrorSentence } from "../error-sentence.tsx";
import { isShut } from "../problem.ts";
import { useNarrow } from "../use-media.ts";
import { Cards, ComingCards } from "./cards.tsx";
import { useColumns } from "./columns.ts";
import { Grid } from "./grid.tsx";
import styles from "./page-table.module.css";
import { Pager } from "./pager.tsx";
import type { Chosen, PageTableProps } from "./props.ts";
import { BatchBar, Toolbar } from "./toolbar.tsx";

export function PageTable<Row>(props: PageTableProps<Row>) {
  const { state, query } = props;
  const choice = useColumns(props.id, props.columns);
  const chosen = useChosen(props);
  const narrow = useNarrow();
  const rows = query.data?.rows;
  const failed = Boolean(query.error) && !query.data;
  if (failed && isShut(query.error)) {
    return <ErrorSentence size="page" problem={query.error} />;
  }
  return (
    <section className={styles.table} aria-label={props.label} aria-busy={query.isFetching}>
      {props.filters ? <div className={styles.filters}>{props.filters}</div> : null}
      {chosen.rows.length > 0 && props.batch ? (
        <BatchBar count={chosen.rows.length} unit={props.unit} onClear={chosen.clear}>
          {props.batch(chosen.rows, chosen.clear)}
        </BatchBar>
      ) : (
        <Toolbar
          all={props.columns}
          choice={choice}
          total={query.data?.total}
          capped={query.data?.capped === true}
          unit={props.unit}
          busy={query.isFetching}
          failed={failed}
          onRefresh={query.refetch}
          tools={props.tools}
        />
      )}
      {query.error && query.data ? (
        <div className={styles.stale}>
          <ErrorSentence problem={query.error} onRetry={query.refetch} />
        </div>
      ) : null}
      {failed ? (
        <ErrorSentence size="block" problem={query.error} onRetry={query.refetch} />
      ) : narrow && !rows ? (
        <ComingCards />
      ) : narrow && rows?.length === 0 ? (
        <Nobody {...props} />
      ) : narrow && rows ? (
        <Cards
          {...props}
          columns={choice.columns}
          rows={rows}
          chosen={chosen.keys}
          onChoose={props.batch && chosen.choose}
        />
      ) : (
        <Grid table={props} choice={choice} chosen={chosen} empty={<Nobody {...props} />} />
      )}
      <Pager state={state} total={query.data?.total ?? 0} onState={props.onState} />
    </section>
  );
}

/** Chosen rows survive turning the page, but not a change of filters: nobody acts on rows they no longer see. */
function useChosen<Row>({ keyOf, state }: PageTableProps<Row>): Chosen<Row> {
  const [rows, set] = useState<readonly Row[]>([]);
  const filtersNow = JSON.stringify(state.filters);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of filters is what clears the choice
  useEffect(() => set([]), [filtersNow]);
  return {
    rows,
    keys: rows.map(keyOf),
    set,
    choose: (row, isChosen) => {
      const others = rows.filter((other) => keyOf(other) !== keyOf(row));
      set(isChosen ? [...others, row] : others);
    },
    clear: () => set([]),
  };
}

function Nobody<Row>({ state, onState, empty, unit }: PageTableProps<Row>) {
  if (Object.keys(state.filters).length === 0 && state.page === 1) return <Empty {...empty} />;
  return (
    <Empty
      sentence={`没有符合条件的${unit.replace(/^\S/, "")}`}
      hint="可以减少筛选条件，或检查搜索的字词。"
      action={
        <button type="button" className="nj-word" onClick={() => onState({ filters: {}, page: 1 })}>
          清除全部筛选条件
        </button>
      }
    />
  );
}
