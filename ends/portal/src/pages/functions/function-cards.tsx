// Function cards (事项卡片): what may be started of a room, each a way to its form.
import { paths } from "../../paths.ts";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "./functions.module.css";
import type { FunctionGroup } from "./functions.ts";

export function FunctionCards({ group }: { readonly group: FunctionGroup }) {
  return (
    <Section title={group.title}>
      <ul className={styles.functions}>
        {group.functions.map(({ id, title, says }) => (
          <li key={id}>
            <TextLink to={paths.function(id)} className={styles.function}>
              {title}
              <span className={styles.says}>{says}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
