// Shell skeleton (外壳骨架): the bar and the menu's place, before we know who is there.
import { PageSkeleton } from "../ui/skeletons.tsx";
import { Mark } from "./mark.tsx";
import styles from "./shell.module.css";

export function ShellSkeleton() {
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <Mark />
          <span className={styles.name}>娘家</span>
        </span>
      </header>
      <div className={styles.middle}>
        <div className={styles.side} />
        <main className={styles.page}>
          <PageSkeleton />
        </main>
      </div>
    </div>
  );
}
