// What is filled in at a step (办理时填写): fields of the form that this step may write.
import { useState } from "react";
import type { Problem } from "../client/problem.ts";
import { Part } from "../ui/part.tsx";
import { faultsOf } from "./checks.ts";
import { Control } from "./control.tsx";
import type { Door } from "./door-words.ts";
import { asFilled, type Facts, factsToSend, type Group, screensOf } from "./form.ts";
import { FormPlaceIs } from "./form-place.ts";
import type { Case } from "./shown-case.ts";

interface StepFieldsState {
  readonly groups: readonly Group[];
  readonly facts: Facts;
  readonly said: ReadonlyMap<string, string>;
  readonly change: (facts: Facts) => void;
  /** What is sent; undefined when something has to be mended first. */
  readonly read: () => Facts | undefined;
}

export function useStepFields({ writes }: Case, { write = [] }: Door): StepFieldsState {
  const [facts, setFacts] = useState<Facts>(writes.filled);
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const written = ({ name }: { readonly name: string }) => write.includes(name);
  const asked = {
    groups: writes.groups.map((group) => ({ ...group, fields: group.fields.filter(written) })),
  };
  const form = asFilled(asked, writes.filled);
  const groups = screensOf(form, facts);
  const read = () => {
    const faults = faultsOf({ fields: groups.flatMap(({ fields }) => fields) }, facts, new Date());
    setSaid(faults);
    return faults.size === 0 ? factsToSend(form, facts) : undefined;
  };
  return { groups, facts, said, change: setFacts, read };
}

interface StepFieldsProps extends StepFieldsState {
  readonly shown: Case;
  readonly problem: Problem | undefined;
}

export function StepFields({ groups, facts, said, change, shown, problem }: StepFieldsProps) {
  const refused = problem?.faults.map(({ path, say }) => [path, say] as const) ?? [];
  const faults = new Map([...refused, ...said]);
  return (
    <FormPlaceIs value={{ functionId: shown.function, caseId: shown.id, facts }}>
      {groups.map(({ title, fields }) => (
        <Part key={fields[0]?.name} as="section" className="form" label={title}>
          {title && groups.length > 1 ? (
            <Part as="h3" className="step-part">
              {title}
            </Part>
          ) : null}
          {fields.map((field) => (
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
        </Part>
      ))}
    </FormPlaceIs>
  );
}
