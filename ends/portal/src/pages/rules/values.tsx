// What a federation set (设定记录): each value with its paper, who proposed it, who agreed; and the other pair of eyes.
import { FourEyes } from "../../ui/four-eyes.tsx";
import { dayWords } from "../../ui/words.ts";
import styles from "./rules.module.css";
import { type Rule, type SetValue, useDecide } from "./rules.ts";

export function Values({ rule: { title, values } }: { readonly rule: Rule }) {
  if (values.length === 0) return null;
  return (
    <ul className={styles.values} aria-label={`${title}的设定记录`}>
      {values.map((value) => (
        <Line key={value.number} title={title} value={value} />
      ))}
    </ul>
  );
}

function Line({ title, value }: { readonly title: string; readonly value: SetValue }) {
  const { number, words, fromDay, source } = value;
  const asks = {
    title: `核准 ${words}？`,
    effects: [
      `${title}，${dayWords(fromDay)}起按 ${words}。`,
      `依据${source}，请先对照文件核实。`,
      "生效以后不能改，只能再设新的。",
    ],
  };
  const from = `${dayWords(fromDay)} 起，依据${source}`;
  return <FourEyes change={value} what={words} {...{ asks, from }} decide={useDecide(number)} />;
}
