// What a command needs beside words (办理要素): where it goes back to, whom it goes to, how many days.
import { InputNumber, Radio } from "antd";
import { useId } from "react";
import styles from "./cases.module.css";
import type { Case } from "./cases.ts";
import { doorWords } from "./door-words.ts";
import type { Draft, OpenDoor } from "./doors.ts";
import { PeoplePicker, type Purpose } from "./people-picker.tsx";

interface ActFieldsProps {
  readonly case: Case;
  readonly door: OpenDoor;
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

export function ActFields(props: ActFieldsProps) {
  const { command } = props.door;
  return (
    <>
      {command === "return" ? <WhereTo {...props} /> : null}
      {command === "add-sign" ? <BeforeOrAfter {...props} /> : null}
      {doorWords[command].pick ? <Whom {...props} /> : null}
      {command === "extend" ? <HowLong {...props} /> : null}
    </>
  );
}

function WhereTo({ door, draft, onDraft }: ActFieldsProps) {
  const steps = (door.to ?? []).map(({ node, title }) => ({ value: node, label: title }));
  return (
    <>
      <fieldset className={styles.to}>
        <legend>退回给谁</legend>
        <Radio.Group
          vertical
          value={draft.to}
          onChange={(event) => onDraft({ to: event.target.value })}
          options={[{ value: "", label: "申请人" }, ...steps]}
        />
      </fieldset>
      <fieldset className={styles.to}>
        <legend>改好以后</legend>
        <Radio.Group
          vertical
          value={draft.afterwards}
          onChange={(event) => onDraft({ afterwards: event.target.value })}
          options={[
            { value: "on", label: `从${draft.to === "" ? "第一步" : "那一步"}起依次再办` },
            { value: "back", label: "直接回到我这里" },
          ]}
        />
      </fieldset>
    </>
  );
}

function BeforeOrAfter({ draft, onDraft }: ActFieldsProps) {
  return (
    <fieldset className={styles.to}>
      <legend>什么时候办</legend>
      <Radio.Group
        vertical
        value={draft.when}
        onChange={(event) => onDraft({ when: event.target.value })}
        options={[
          { value: "before", label: "前加签：他们先办，办完回到我这里" },
          { value: "after", label: "后加签：我同意以后由他们办" },
        ]}
      />
    </fieldset>
  );
}

function Whom({ case: shown, door, draft, onDraft }: ActFieldsProps) {
  const { pick, whom = "" } = doorWords[door.command];
  const id = useId();
  return (
    <div className={styles.whom}>
      <label htmlFor={id}>{whom}</label>
      {pick === "one-or-applicant" ? (
        <Radio.Group
          value={draft.asksApplicant}
          onChange={(event) => onDraft({ asksApplicant: event.target.value })}
          options={[
            { value: false, label: "同志" },
            { value: true, label: "申请人" },
          ]}
        />
      ) : null}
      {draft.asksApplicant && pick === "one-or-applicant" ? null : (
        <PeoplePicker
          id={id}
          caseId={shown.id}
          task={door.task}
          purpose={door.command as Purpose}
          several={pick === "several"}
          value={draft.people}
          onChange={(people) => onDraft({ people })}
        />
      )}
    </div>
  );
}

function HowLong({ door, draft, onDraft }: ActFieldsProps) {
  const id = useId();
  return (
    <div className={styles.whom}>
      <label htmlFor={id}>延长几个工作日（最多 {door.atMost}）</label>
      <InputNumber
        id={id}
        min={1}
        max={door.atMost ?? 1}
        precision={0}
        suffix="个工作日"
        style={{ width: 180 }}
        value={draft.workdays}
        onChange={(workdays) => onDraft({ workdays })}
      />
    </div>
  );
}
