// The chart (组织架构): the tree at the left, the union that is open at the right.
import { useQuery } from "@tanstack/react-query";
import { useListPlace } from "../../../list-state.ts";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { useNarrow } from "../../../ui/use-media.ts";
import { UnionPicker } from "../../../unions/union-picker.tsx";
import styles from "./organisations.module.css";
import { UnionCard } from "./union-card.tsx";
import { UnionTree } from "./union-tree.tsx";
import { levelQuery } from "./unions.ts";

export function TreeTab() {
  const { openKey, open } = useListPlace();
  const narrow = useNarrow();
  const root = useQuery(levelQuery(undefined)).data?.rows[0]?.id;
  const shown = openKey ?? root;
  return (
    <div className={styles.chart}>
      <section className={styles.pane} aria-label="组织树">
        <div className={styles.search}>
          <UnionPicker title="搜工会：名称、拼音或首字母" value={undefined} onChange={open} />
        </div>
        <UnionTree openKey={openKey} onOpen={open} />
      </section>
      {narrow ? (
        <SidePanel open={openKey !== undefined} onClose={() => open(undefined)} title="工会信息">
          {openKey ? <UnionCard id={openKey} /> : null}
        </SidePanel>
      ) : (
        <section className={styles.pane} aria-label="工会信息">
          {shown ? <UnionCard id={shown} /> : null}
        </section>
      )}
    </div>
  );
}
