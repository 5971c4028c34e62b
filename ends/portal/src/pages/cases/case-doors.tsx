// Doors of a case (办理按钮): each command in its place, open or greyed with its reason; a decision asks for words.
import { useState } from "react";
import { DoorButton } from "../../ui/door-button.tsx";
import type { Case, CaseDoor, CommandKind } from "./cases.ts";
import { DecideBox } from "./decide-box.tsx";

/** In the order of the buttons; the main one last. Handing in again is done by its form. */
const shown: readonly { kind: CommandKind; title: string }[] = [
  { kind: "urge", title: "催办" },
  { kind: "withdraw", title: "撤回" },
  { kind: "reject", title: "不予通过" },
  { kind: "return", title: "退回" },
  { kind: "agree", title: "同意" },
];

const ended = ["approved", "rejected", "withdrawn"];

/** Doors that are somebody else's, or nobody's at this stage: they would only stand in the way. */
const others = ["process.not-applicant", "process.not-yours", "process.is-returned"];

const isOthers = (door: CaseDoor | undefined): boolean =>
  door?.open === false && others.includes(door.code);

type OpenDoor = Extract<CaseDoor, { open: true }>;

export function CaseDoors({ case: shownCase }: { readonly case: Case }) {
  const [door, setDoor] = useState<OpenDoor>();
  const { can, status } = shownCase;
  if (ended.includes(status)) return null;
  return (
    <>
      {shown.map(({ kind, title }) => {
        const found = can.find(({ command }) => command === kind);
        if (isOthers(found)) return null;
        return (
          <DoorButton
            key={kind}
            door={found}
            type={kind === "agree" ? "primary" : "default"}
            onClick={() => found?.open && setDoor(found)}
          >
            {title}
          </DoorButton>
        );
      })}
      <DecideBox case={shownCase} door={door} onClose={() => setDoor(undefined)} />
    </>
  );
}
