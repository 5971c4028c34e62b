// Doors of a case (办理按钮): the main ones in sight, open or greyed with their reason; the others behind 更多.
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { DoorButton } from "../../ui/door-button.tsx";
import { DownOutlined } from "../../ui/icons.tsx";
import { ActBox } from "./act-box.tsx";
import type { Case, CaseDoor, CommandKind } from "./cases.ts";
import { doorWords, mainDoors, moreDoors } from "./door-words.ts";
import { openDoors } from "./doors.ts";

const ended = ["approved", "rejected", "withdrawn"];

/** Doors that are somebody else's, or nobody's at this stage: they would only stand in the way. */
const others = ["process.not-applicant", "process.not-yours", "process.is-returned"];

const isOthers = (door: CaseDoor): boolean => !door.open && others.includes(door.code);

export function CaseDoors({ case: shown }: { readonly case: Case }) {
  const [kind, setKind] = useState<CommandKind>();
  const more = moreDoors.filter((one) => openDoors(shown, one).length > 0);
  return (
    <>
      {more.length > 0 ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: more.map((key) => ({ key, label: doorWords[key].verb })),
            onClick: ({ key }) => setKind(key as CommandKind),
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end">
            更多
          </Button>
        </Dropdown>
      ) : null}
      {mainDoors.map((one) => {
        const found = shown.can.filter(({ command }) => command === one);
        const door = found.find(({ open }) => open) ?? found[0];
        if (!door || isOthers(door) || (!door.open && ended.includes(shown.status))) return null;
        return (
          <DoorButton
            key={one}
            door={door}
            type={one === "agree" ? "primary" : "default"}
            onClick={() => setKind(one)}
          >
            {doorWords[one].verb}
          </DoorButton>
        );
      })}
      <ActBox case={shown} kind={kind} onClose={() => setKind(undefined)} />
    </>
  );
}
