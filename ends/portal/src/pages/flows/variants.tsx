// History of a local flow (改动记录): who proposed what from which day, who agreed; and the other pair of eyes.
import { Empty } from "../../ui/empty.tsx";
import { FourEyes } from "../../ui/four-eyes.tsx";
import { Section } from "../../ui/section.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { dayWords } from "../../ui/words.ts";
import styles from "./flows.module.css";
import { useDecide, type Variant } from "./flows.ts";

export function Variants({ variants }: { readonly variants: readonly Variant[] }) {
  return (
    <Section title="改动记录">
      {variants.length === 0 ? (
        <Empty sentence="还没有改动，现在按统一流程办理。" />
      ) : (
        <ul className={styles.history}>
          {variants.map((variant) => (
            <Line key={variant.number} variant={variant} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Line({ variant }: { readonly variant: Variant }) {
  const { number, fromDay, changes, past } = variant;
  const asks = {
    title: `核准第 ${number} 号改动？`,
    effects: [...changes, `${dayWords(fromDay)}起新提交的办件这样办，在办的不变。`],
  };
  return (
    <FourEyes
      change={variant}
      what={changes.join("；")}
      aside={past ? <StatusTag tone="off">统一流程已更新，不再适用</StatusTag> : null}
      from={`${dayWords(fromDay)} 起`}
      asks={asks}
      decide={useDecide(number)}
    />
  );
}
