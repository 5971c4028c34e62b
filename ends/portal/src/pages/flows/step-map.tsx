// The map of one earlier flow (步骤对照): each old step, how many cases stand there, and the new step they go on at.
import { Select } from "antd";
import { Section } from "../../ui/section.tsx";
import { countWords } from "../../ui/words.ts";
import styles from "./flows.module.css";
import { type Checked, type Chosen, type Group, keyOf, type Moves } from "./moves.ts";

interface StepMapProps {
  readonly group: Group;
  readonly choices: Moves["choices"];
  readonly chosen: Chosen;
  readonly faults: Checked["faults"];
  readonly onChoose: (key: string, to: string | undefined) => void;
}

export function StepMap({ group, choices, chosen, faults, onChoose }: StepMapProps) {
  const { version, variant } = group;
  const faultAt = (step: string) =>
    faults.find(
      (fault) => fault.version === version && fault.variant === variant && fault.step === step,
    )?.say;
  return (
    <Section
      title={`${group.title}：在办 ${countWords(group.cases)} 件`}
      sentence="同名的步骤已经对好；改过名的，请选它现在叫什么。"
    >
      <ul className={styles.map}>
        {group.steps.map(({ id, title, standing }) => {
          const key = keyOf(group, id);
          const fault = faultAt(id);
          return (
            <li key={id} className={styles.pair}>
              <span className={styles.old}>
                {title}
                <small className={styles.note}>
                  {standing > 0 ? `停着 ${countWords(standing)} 件` : "没有办件停在这里"}
                </small>
              </span>
              <span className={styles.arrow} aria-hidden>
                →
              </span>
              <span>
                <Select
                  aria-label={`“${title}”在新流程中是哪一步`}
                  className={styles.place}
                  allowClear
                  placeholder="没有对应的步骤"
                  value={chosen[key] ?? null}
                  options={choices.map((one) => ({ value: one.id, label: one.title }))}
                  onChange={(to) => onChoose(key, to ?? undefined)}
                />
                {fault ? (
                  <small className={styles.note} data-wrong={standing > 0}>
                    {fault}
                  </small>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
