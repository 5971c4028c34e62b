// What one may do to a case (可办): urge, withdraw; a closed door says why.
import { useState } from "react";
import { post } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Button, Card, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import type { Case } from "./shown-case.ts";

interface DoorsProps {
  readonly shown: Case;
  readonly again: () => void;
}

const words = { urge: "催一催", withdraw: "撤回申请" } as const;
type Own = keyof typeof words;

export function CaseDoors({ shown, again }: DoorsProps) {
  const [asked, setAsked] = useState(false);
  const command = useCommand(
    (kind: Own, key) =>
      post("/api/cases/{id}/commands", {
        params: { id: shown.id },
        body: { command: { kind } },
        key,
      }),
    () => {
      setAsked(false);
      again();
    },
  );
  const doors = shown.can.filter(({ command: kind }) => kind in words);
  const open = (kind: Own) => doors.some((door) => door.command === kind && door.open);
  const closedUrge = doors.find((door) => door.command === "urge" && !door.open);
  if (!open("urge") && !open("withdraw")) return null;
  if (asked) {
    return (
      <Card title="撤回这份申请？">
        <Part as="p">撤回后不再办理，需要时可以重新申请。</Part>
        {command.problem ? <Trouble problem={command.problem} /> : null}
        <Part className="buttons">
          <Button onPress={() => setAsked(false)}>先不撤回</Button>
          <Button busy={command.busy} onPress={() => command.run("withdraw")}>
            撤回申请
          </Button>
        </Part>
      </Card>
    );
  }
  return (
    <Part className="doors">
      {command.problem ? <Trouble problem={command.problem} /> : null}
      <Part className="buttons">
        {open("urge") ? (
          <Button busy={command.busy} onPress={() => command.run("urge")}>
            {words.urge}
          </Button>
        ) : null}
        {open("withdraw") ? <Button onPress={() => setAsked(true)}>{words.withdraw}</Button> : null}
      </Part>
      {closedUrge && !closedUrge.open && closedUrge.code === "process.urged-today" ? (
        <Part as="p" className="help">
          {closedUrge.why}
          {closedUrge.next}
        </Part>
      ) : null}
    </Part>
  );
}
