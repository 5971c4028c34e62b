// One step's changes (步骤改动): only what the common flow leaves open can be touched.
import { Checkbox, InputNumber, Select } from "antd";
import styles from "./flows.module.css";
import type { Change, FlowStep, Place, Role } from "./flows.ts";

interface StepChangeProps {
  readonly step: FlowStep;
  readonly change: Change;
  readonly onChange: (change: Change) => void;
}

const places: readonly { readonly value: Place; readonly label: string }[] = [
  { value: "union", label: "所在工会" },
  { value: "union.town", label: "乡镇（街道）工会" },
  { value: "union.federation", label: "县级以上总工会" },
];
const addedWithin = 2;
const addedAtMost = 5;

export function StepChange({ step, change, onChange }: StepChangeProps) {
  const { drop = false, who, add } = change;
  const { within, title, roles } = step;
  const choices = roles.map((role) => ({ value: role.id, label: role.title }));
  const setTerm = (value: number | null) => {
    const { within: _before, ...rest } = change;
    onChange(value === null || value === within?.now ? rest : { ...rest, within: value });
  };
  const setWho = (value: Role | "") => {
    const { who: _before, ...rest } = change;
    onChange(value === "" ? rest : { ...rest, who: value });
  };
  return (
    <fieldset className={styles.step}>
      <legend>
        {title}
        <small>{step.who}</small>
      </legend>
      {within ? (
        <span className={styles.added}>
          期限
          <InputNumber
            aria-label={`${title}的期限`}
            min={within.shortest}
            max={within.longest}
            precision={0}
            disabled={drop}
            value={change.within ?? within.now}
            onChange={setTerm}
          />
          {within.unit}
          <small>
            可改为 {within.shortest}–{within.longest}
          </small>
        </span>
      ) : null}
      {choices.length > 0 ? (
        <span className={styles.added}>
          办理人
          <Select<Role | "">
            aria-label={`${title}的办理人`}
            className={styles.choice}
            disabled={drop}
            value={who ?? ""}
            options={[{ value: "", label: "照旧" }, ...choices]}
            onChange={setWho}
          />
        </span>
      ) : null}
      {step.drop ? (
        <Checkbox
          checked={drop}
          onChange={({ target }) => onChange({ ...change, drop: target.checked })}
        >
          省去这一步
        </Checkbox>
      ) : null}
      <Added step={step} add={add} onAdd={(next) => onChange(withAdd(change, next))} />
    </fieldset>
  );
}

function withAdd({ add: _before, ...rest }: Change, add: Change["add"]): Change {
  return add ? { ...rest, add } : rest;
}

interface AddedProps {
  readonly step: FlowStep;
  readonly add: Change["add"];
  readonly onAdd: (add: Change["add"]) => void;
}

function Added({ step: { addAfter, title }, add, onAdd }: AddedProps) {
  const [first] = addAfter;
  if (!first) return null;
  const start = { role: first.id, at: "union.federation", within: addedWithin } as const;
  return (
    <>
      <Checkbox
        checked={add !== undefined}
        onChange={({ target }) => onAdd(target.checked ? start : undefined)}
      >
        之后增加一次审核
      </Checkbox>
      {add ? (
        <span className={styles.added}>
          <Select<Place>
            className={styles.choice}
            aria-label={`${title}之后由哪一级工会审核`}
            value={add.at}
            options={[...places]}
            onChange={(at) => onAdd({ ...add, at })}
          />
          <Select<Role>
            className={styles.choice}
            aria-label={`${title}之后由谁审核`}
            value={add.role}
            options={addAfter.map((role) => ({ value: role.id, label: role.title }))}
            onChange={(role) => onAdd({ ...add, role })}
          />
          <InputNumber
            aria-label="增加的审核的期限"
            min={1}
            max={addedAtMost}
            precision={0}
            value={add.within}
            onChange={(value) => onAdd({ ...add, within: value ?? addedWithin })}
          />
          个工作日
        </span>
      ) : null}
    </>
  );
}
