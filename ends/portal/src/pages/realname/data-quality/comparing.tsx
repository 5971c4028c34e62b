// Comparing (核对与归并): the table with its choices, the evidence, and the act itself.
import { useRouter } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useConfirm } from "../../../ui/confirm.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { MergeOutlined } from "../../../ui/icons.tsx";
import { Section } from "../../../ui/section.tsx";
import { qualityPaths } from "./addresses.ts";
import {
  type Choice,
  effectsOf,
  otherOf,
  picked,
  recordWords,
  shutFor,
  survivingAs,
} from "./choice.ts";
import { CompareTable } from "./compare-table.tsx";
import styles from "./data-quality.module.css";
import { Evidence } from "./evidence.tsx";
import { type Comparison, useMerge } from "./merges.ts";
import { RecordHead } from "./record-head.tsx";

interface ComparingProps {
  readonly comparison: Comparison;
}

/** The server asks for as much before it believes a person against thin evidence. */
const noteAtLeast = 5;

export function Comparing({ comparison }: ComparingProps) {
  const { suggestion } = comparison;
  const [choice, choose] = useState<Choice>(suggestion);
  const headOf = (party: Choice["survivor"]) => (
    <RecordHead
      record={comparison[party]}
      party={party}
      stays={choice.survivor === party}
      suggested={suggestion.survivor === party}
      shut={shutFor(party, comparison)}
      onStay={() => choose(survivingAs(party, comparison))}
    />
  );
  return (
    <div className={styles.comparing}>
      <Section>
        <CompareTable
          lines={comparison.lines}
          heads={{ first: headOf("first"), second: headOf("second") }}
          choice={choice}
          onPick={(field, party) => choose(picked(choice, field, party))}
        />
      </Section>
      <aside>
        <Section title="相似程度和依据">
          <Evidence {...comparison} />
        </Section>
        <Deciding comparison={comparison} choice={choice} />
      </aside>
    </div>
  );
}

function Deciding({ comparison, choice }: ComparingProps & { readonly choice: Choice }) {
  const [note, setNote] = useState("");
  const { history } = useRouter();
  const confirm = useConfirm();
  const merge = useMerge((id) => history.push(qualityPaths.merges(id)));
  const noteId = useId();
  const effects = effectsOf(comparison, choice);
  const said = note.trim();
  const decide = async () => {
    const goes = recordWords[otherOf(choice.survivor)];
    const title = `将${goes}并入${recordWords[choice.survivor]}？`;
    if ((await confirm({ title, effects, verb: "归并 2 条记录" })) === undefined) return;
    merge.mutate({
      survivorId: comparison[choice.survivor].personId,
      absorbedId: comparison[otherOf(choice.survivor)].personId,
      take: [...choice.take],
      ...(said ? { note: said } : {}),
    });
  };
  return (
    <Section title="归并后会怎样">
      <ul className={styles.effects}>
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <label htmlFor={noteId} className={styles.noteLabel}>
        认定依据
        <small>
          {comparison.noteNeeded ? `相似的地方不多，请写明，至少 ${noteAtLeast} 个字` : "选填"}
        </small>
      </label>
      <Input.TextArea
        id={noteId}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={200}
        placeholder="例如：已电话向本人核实"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {merge.error ? <ErrorSentence problem={merge.error} /> : null}
      <Button
        block
        type="primary"
        icon={<MergeOutlined />}
        className={styles.decide ?? ""}
        disabled={comparison.noteNeeded && said.length < noteAtLeast}
        loading={merge.isPending}
        onClick={decide}
      >
        归并
      </Button>
    </Section>
  );
}
