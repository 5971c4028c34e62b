// What a map would do (核对结果): how many cases go on under the new flow, and which stay, each with its reason.
import { paths } from "../../paths.ts";
import { TextLink } from "../../ui/link.tsx";
import { countWords } from "../../ui/words.ts";
import styles from "./flows.module.css";
import type { Checked, Move } from "./moves.ts";

export function CheckedMoves({ checked }: { readonly checked: Checked }) {
  const { moves, staying, stays } = checked;
  return (
    <div aria-live="polite">
      <p>
        能转入 <b>{countWords(moves)}</b> 件
        {staying > 0 ? (
          <>
            ，转不过去 <b className={styles.fault}>{countWords(staying)}</b> 件：
          </>
        ) : (
          "，没有转不过去的。"
        )}
      </p>
      <Stays stays={stays} count={staying} />
    </div>
  );
}

interface StaysProps {
  readonly stays: Move["stays"];
  readonly count: number;
}

export function Stays({ stays, count }: StaysProps) {
  if (stays.length === 0) return null;
  return (
    <ul className={styles.history}>
      {stays.map(({ id, number, why }) => (
        <li key={id}>
          <TextLink to={paths.case(id, "flow")}>{number}</TextLink> {why}
        </li>
      ))}
      {count > stays.length ? <li>还有 {countWords(count - stays.length)} 件没有列出。</li> : null}
    </ul>
  );
}
