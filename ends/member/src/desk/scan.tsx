// Scanning to join (扫码入会): the code of a poster by the camera, from a photograph, or typed as it stands below it.
import { useState } from "react";
import { goInstead } from "../device/go.ts";
import { houseOrigin } from "../device/house.ts";
import { TextBox } from "../ui/boxes.tsx";
import { Camera } from "../ui/camera.tsx";
import { FieldFrame } from "../ui/field.tsx";
import { Button, Card } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { readScanned } from "./scanned.ts";

/** With the strokes between the groups, and a little room. */
const typedAtMost = 24;

export default function ScanPage() {
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<string>();
  const follow = (text: string) => {
    const scanned = readScanned(text, houseOrigin());
    if (scanned.kind === "form") void goInstead("fill", scanned.values);
    else setSaid(scanned.say);
  };
  return (
    <Page title="扫码入会">
      <Card>
        {said ? (
          <Part as="p" className="trouble" role="alert">
            {said}
          </Part>
        ) : null}
        <Camera onRead={follow} />
      </Card>
      <Card>
        <FieldFrame id="code" title="扫不了就输入入会码" help="印在二维码下面，16 位字母和数字">
          <TextBox
            id="code"
            title="入会码"
            value={typed}
            onValue={setTyped}
            maxLength={typedAtMost}
          />
        </FieldFrame>
        <Button disabled={typed.trim() === ""} onPress={() => follow(typed)}>
          打开
        </Button>
      </Card>
    </Page>
  );
}
