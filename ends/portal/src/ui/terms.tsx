// Terms of a flow (办理期限): how long each step still ahead may take, and the paper that says so.
import styles from "./terms.module.css";

interface TimedStage {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly term?: { readonly words: string; readonly basis: string } | undefined;
  readonly arms?: readonly { readonly stages: readonly TimedStage[] }[] | undefined;
}

const timed = (stages: readonly TimedStage[]): TimedStage[] =>
  stages.flatMap((stage) => [
    ...(stage.term ? [stage] : []),
    ...(stage.arms ?? []).flatMap((arm) => timed(arm.stages)),
  ]);

/** Nothing where no step has a term. */
export function Terms({ stages }: { readonly stages: readonly TimedStage[] }) {
  const rows = timed(stages);
  if (rows.length === 0) return null;
  return (
    <dl className={styles.terms} aria-label="办理期限">
      {rows.map(({ id, kind, title, term }) => (
        <div key={id}>
          <dt>{kind === "end" ? "全程" : title}</dt>
          <dd>
            {term?.words}
            {term?.basis ? <small>{term.basis}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
