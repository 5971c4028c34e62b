// Files of a form (附件): photographed or chosen, brought at once, each shown and taken away again.
import { useState } from "react";
import { newKey } from "../client/api.ts";
import { Problem } from "../client/problem.ts";
import { type ChosenFile, chooseFiles } from "../device/files.ts";
import { upload } from "../device/network.ts";
import { Button, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import type { ControlProps } from "./control-props.ts";

const countAtMost = 9;

export function FilesControl({ field, value, onValue }: ControlProps) {
  const ids = Array.isArray(value) ? (value as readonly string[]) : [];
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const left = (field.maxCount ?? countAtMost) - ids.length;
  const bring = async (files: readonly ChosenFile[]) => {
    const brought: string[] = [];
    setBusy(true);
    setProblem(undefined);
    try {
      for (const file of files) {
        const id = await upload(file, field.title, newKey());
        brought.push(id);
        setNames((now) => ({ ...now, [id]: file.name }));
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    }
    setBusy(false);
    if (brought.length > 0) onValue([...ids, ...brought]);
  };
  const choose = (from: "camera" | "album") => void chooseFiles(from, left).then(bring);
  return (
    <>
      {ids.map((id, index) => (
        <Part key={id} className="picked">
          <Part as="span">{names[id] ?? `第 ${index + 1} 份`}</Part>
          <Button onPress={() => onValue(ids.filter((other) => other !== id))}>去掉</Button>
        </Part>
      ))}
      {left > 0 ? (
        <Part className="buttons">
          <Button busy={busy} onPress={() => choose("camera")}>
            拍照
          </Button>
          <Button busy={busy} onPress={() => choose("album")}>
            选照片或文件
          </Button>
        </Part>
      ) : null}
      {problem ? <Trouble problem={problem} /> : null}
    </>
  );
}
