// Doors of a case (办理按钮): the main ones in sight, open or greyed with their reason; the others behind 更多.
import { Button, Dropdown } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { DoorButton } from "../../ui/door-button.tsx";
import { DownOutlined } from "../../ui/icons.tsx";
import type { Case, CaseDoor, CommandKind } from "./cases.ts";
import { doorWords, mainDoors, moreDoors } from "./door-words.ts";
import { openDoors, wordsFor } from "./doors.ts";

/** Most who read a case do nothing to it: the dialog with its form comes after the page stands. */
const loadBox = () => import("./act-box.tsx");
const ActBox = lazy(async () => ({ default: (await loadBox()).ActBox }));

const ended = ["approved", "rejected", "withdrawn"];

/** Doors that are somebody else's, or nobody's at this stage: they would only stand in the way. */
const others = ["process.not-applicant", "process.not-yours", "process.is-returned"];

const isOthers = (door: CaseDoor): boolean => !door.open && others.includes(door.code);

export function CaseDoors({ case: shown }: { readonly case: Case }) {
  const [kind, setKind] = useState<CommandKind>();
  const [used, setUsed] = useState(false);
  const act = (next: CommandKind) => {
    setUsed(true);
    setKind(next);
  };
  useEffect(() => {
    loadBox().catch(() => undefined);
  }, []);
  const more = moreDoors.filter((one) => openDoors(shown, one).length > 0);
  return (
    <>
      {more.length > 0 ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: more.map((key) => ({ key, label: doorWords[key].verb })),
            onClick: ({ key }) => act(key as CommandKind),
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
            onClick={() => act(one)}
          >
            {wordsFor(one, openDoors(shown, one)).verb}
          </DoorButton>
        );
      })}
      {used ? (
        <Suspense fallback={null}>
          <ActBox case={shown} kind={kind} onClose={() => setKind(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}
