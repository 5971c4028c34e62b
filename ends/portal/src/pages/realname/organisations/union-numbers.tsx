// Numbers of a union (工会数字): members and unions of it and all below it, each leading to its rows.
import { TextLink } from "../../../ui/link.tsx";
import { countWords } from "../../../ui/words.ts";
import { membersOf, unionsUnder } from "./addresses.ts";
import styles from "./organisations.module.css";
import type { UnionCard } from "./unions.ts";

type Numbers = NonNullable<UnionCard["numbers"]>;

interface UnionNumbersProps {
  readonly unionId: string;
  readonly numbers: Numbers;
}

const figuresOf = (id: string, { members, women, gig, kept, unions }: Numbers) => [
  { title: "会员", value: members, to: membersOf(id, { state: "active" }) },
  { title: "女会员", value: women, to: membersOf(id, { state: "active", sex: "2" }) },
  { title: "新就业形态", value: gig, to: membersOf(id, { state: "active", gig: "true" }) },
  { title: "保留会籍", value: kept, to: membersOf(id, { state: "kept" }) },
  { title: "工会（含本级）", value: unions, to: unionsUnder(id) },
];

export function UnionNumbers({ unionId, numbers }: UnionNumbersProps) {
  return (
    <section aria-label="含下级的数字">
      <ul className={styles.numbers}>
        {figuresOf(unionId, numbers).map(({ title, value, to }) => (
          <li key={title}>
            <p>{title}</p>
            <TextLink to={to}>{countWords(value)}</TextLink>
          </li>
        ))}
      </ul>
      {numbers.byLevel.length > 1 ? (
        <ul className={styles.levels} aria-label="各级工会">
          {numbers.byLevel.map(({ level, levelName, unions }) => (
            <li key={level}>
              <TextLink to={unionsUnder(unionId, { level })}>
                {levelName} {countWords(unions)} 个
              </TextLink>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
