// What is filled in at a step (办理时填写): fields of the form that this step may write.
import { useState } from "react";
import type { Problem } from "../client/problem.ts";
import { faultsOf } from "./checks.ts";
import { Control } from "./control.tsx";
import type { Door } from "./door-words.ts";
import { type Facts, factsToSend, type Group, screensOf } from "./form.ts";
import { FormPlaceIs } from "./form-place.ts";
import type { Case } from "./shown-case.ts";

interface StepFieldsState {
  readonly group: Group;
  readonly facts: Facts;
  readonly said: ReadonlyMap<string, string>;
  readonly change: (facts: Facts) => void;
  /** What is sent; undefined when something has to be mended first. */
  readonly read: () => Facts | undefined;
}

export function useStepFields({ writes }: Case, { write = [] }: Door): StepFieldsState {
  const [facts, setFacts] = useState<Facts>({});
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const form = { groups: [{ fields: writes.filter(({ name }) => write.includes(name)) }] };
  const group = screensOf(form, facts)[0] ?? { fields: [] };
  const read = () => {
    const faults = faultsOf(group, facts, new Date());
    setSaid(faults);
    return faults.size === 0 ? factsToSend(form, facts) : undefined;
  };
  return { group, facts, said, change: setFacts, read };
}

interface StepFieldsProps extends StepFieldsState {
  readonly shown: Case;
  readonly problem: Problem | undefined;
}

export function StepFields({ group, facts, said, change, shown, problem }: StepFieldsProps) {
  const refused = problem?.faults.map(({ path, say }) => [path, say] as const) ?? [];
  const faults = new Map([...refused, ...said]);
  return (
    <FormPlaceIs value={{ functionId: shown.function, caseId: shown.id, facts }}>
      {group.fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          value={facts[field.name]}
          fault={faults.get(field.name)}
          faults={faults}
          onValue={(value) => change({ ...facts, [field.name]: value })}
          onLeave={() => undefined}
        />
      ))}
    </FormPlaceIs>
  );
}
