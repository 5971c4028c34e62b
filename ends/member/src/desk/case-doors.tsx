// What one may do to a case (可办): answer what is asked, sign, urge, withdraw; a closed door says why.
import { useState } from "react";
import { post } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { LongBox } from "../ui/boxes.tsx";
import { FieldFrame } from "../ui/field.tsx";
import { Button, Card, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { type Door, doorWords, type Kind, waiting, wordsFor } from "./door-words.ts";
import type { Facts } from "./form.ts";
import type { Case } from "./shown-case.ts";
import { StepFields, useStepFields } from "./step-fields.tsx";

interface DoorsProps {
  readonly shown: Case;
  readonly again: () => void;
}

const kinds = Object.keys(doorWords) as Kind[];
const keyOf = ({ command, task, question, copy }: Door) =>
  [command, task, question, copy].join(" ");

export function CaseDoors({ shown, again }: DoorsProps) {
  const [chosen, choose] = useState<Door>();
  const open = kinds.flatMap((kind) =>
    shown.can.filter((door): door is Door => door.open && door.command === kind),
  );
  const closedUrge = shown.can.find(({ command, open: may }) => command === "urge" && !may);
  const door = chosen && open.find((one) => keyOf(one) === keyOf(chosen));
  if (open.length === 0) return null;
  if (door) {
    return (
      <Doing
        key={keyOf(door)}
        shown={shown}
        door={door}
        onClose={() => choose(undefined)}
        again={again}
      />
    );
  }
  const asked = open.filter(({ command }) => waiting.includes(command));
  return (
    <>
      {asked.length > 0 ? (
        <Card title="等您办">
          {asked.map((one, index) => (
            <Part key={keyOf(one)} className="waits">
              {one.words ? <Part as="p">{one.words}</Part> : null}
              <Button kind={index === 0 ? "main" : "quiet"} onPress={() => choose(one)}>
                {wordsFor(one).verb}
              </Button>
            </Part>
          ))}
        </Card>
      ) : null}
      <Part className="doors">
        <Part className="buttons">
          {open
            .filter(({ command }) => !waiting.includes(command))
            .map((one) => (
              <Button key={keyOf(one)} onPress={() => choose(one)}>
                {wordsFor(one).verb}
              </Button>
            ))}
        </Part>
        {closedUrge && !closedUrge.open && closedUrge.code === "process.urged-today" ? (
          <Part as="p" className="help">
            {closedUrge.why}
            {closedUrge.next}
          </Part>
        ) : null}
      </Part>
    </>
  );
}

interface DoingProps extends DoorsProps {
  readonly door: Door;
  readonly onClose: () => void;
}

const reasonAtLeast = 2;
const longest = 500;

/** What will happen, said before it does; what was typed stays when it fails. */
function Doing({ shown, door, onClose, again }: DoingProps) {
  const [words, setWords] = useState("");
  const step = useStepFields(shown, door);
  const said = words.trim();
  const command = useCommand(
    (facts: Facts, key) =>
      post("/api/cases/{id}/commands", {
        params: { id: shown.id },
        body: { command: commandOf(door, said, facts) as never },
        key,
      }),
    () => {
      onClose();
      again();
    },
  );
  const { verb, effect, ask, required } = wordsFor(door);
  const send = () => {
    const facts = step.read();
    if (facts) command.run(facts);
  };
  return (
    <Card title={verb}>
      <Part as="p">{effect}</Part>
      {door.words ? (
        <Part as="p" className="opinion">
          {door.words}
        </Part>
      ) : null}
      <StepFields {...step} shown={shown} problem={command.problem} />
      {ask ? (
        <FieldFrame id="door-words" title={ask} optional={!required}>
          <LongBox
            id="door-words"
            title={ask}
            value={words}
            maxLength={longest}
            onValue={setWords}
          />
        </FieldFrame>
      ) : null}
      {command.problem ? <Trouble problem={command.problem} /> : null}
      <Part className="buttons">
        <Button onPress={onClose}>先不办</Button>
        <Button
          kind="main"
          busy={command.busy}
          disabled={required === true && said.length < reasonAtLeast}
          onPress={send}
        >
          {verb}
        </Button>
      </Part>
    </Card>
  );
}

const commandOf = ({ command: kind, task, question, copy }: Door, said: string, facts: Facts) => ({
  kind,
  ...(task === undefined ? {} : { task }),
  ...(question === undefined ? {} : { question }),
  ...(copy === undefined ? {} : { copy }),
  ...(said ? { opinion: said } : {}),
  ...(Object.keys(facts).length > 0 ? { facts } : {}),
});
