// Record head (记录抬头): whose record it is, where it stands, and the choice that it is the one to stay.
import { Radio, Tooltip } from "antd";
import { paths } from "../../../paths.ts";
import { Day } from "../../../ui/day.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { StateTag, type Verdict, VerdictTag, verdictTitles } from "../members/words.tsx";
import { recordWords } from "./choice.ts";
import styles from "./data-quality.module.css";
import type { Comparison, Party } from "./merges.ts";

interface RecordHeadProps {
  readonly record: Comparison[Party];
  readonly party: Party;
  readonly stays: boolean;
  readonly suggested: boolean;
  /** Why it cannot be the one that stays. */
  readonly shut: string | undefined;
  readonly onStay: () => void;
}

const isVerdict = (word: string): word is Verdict => Object.hasOwn(verdictTitles, word);

export function RecordHead({ record, party, stays, suggested, shut, onStay }: RecordHeadProps) {
  const { personId, unionName, state, verified, updatedAt } = record;
  return (
    <div className={styles.recordHead}>
      <span className={styles.recordLine}>
        <TextLink to={paths.person(personId)}>{recordWords[party]}</TextLink>
        <StateTag state={state} />
      </span>
      <span>{unionName ?? "不在任何工会"}</span>
      <small>
        核验 {isVerdict(verified) ? <VerdictTag verdict={verified} /> : verified}
        <span>
          更新于 <Day value={updatedAt} />
        </span>
      </small>
      <Tooltip title={shut}>
        <Radio name="survivor" checked={stays} disabled={shut !== undefined} onChange={onStay}>
          保留这条{suggested ? "（建议）" : ""}
        </Radio>
      </Tooltip>
    </div>
  );
}
