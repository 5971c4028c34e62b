// Page head (页头): the title, one sentence of what the page is, and at most one main action.
import { type ReactNode, useEffect } from "react";
import styles from "./page-head.module.css";

export interface PageHeadProps {
  readonly title: string;
  /** One sentence: what this page is and for whom. */
  readonly sentence?: ReactNode;
  /** The one main action, `<Button type="primary">`; nothing else on the page may be primary. */
  readonly action?: ReactNode;
  /** Lesser actions, before the main one. */
  readonly more?: ReactNode;
  /** A way up: a `TextLink` to the list this page came from. */
  readonly back?: ReactNode;
  /** A status beside the title. */
  readonly tag?: ReactNode;
}

/** Puts the title in the browser's tab as well. */
export function PageHead({ title, sentence, action, more, back, tag }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · 娘家`;
  }, [title]);
  return (
    <header className={styles.head}>
      {back ? <nav className={styles.back}>{back}</nav> : null}
      <div className={styles.line}>
        <div className={styles.words}>
          <h1 className={styles.title} tabIndex={-1}>
            {title}
            {tag ? <span className={styles.tag}>{tag}</span> : null}
          </h1>
          {sentence ? <p className={styles.sentence}>{sentence}</p> : null}
        </div>
        {action || more ? (
          <div className={styles.actions}>
            {more}
            {action}
          </div>
        ) : null}
      </div>
    </header>
  );
}
