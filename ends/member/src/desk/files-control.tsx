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

type Names = Readonly<Record<string, string>>;

/** Names by id, from the field's label: one a line, in the order of the files. None where they do not agree. */
function namesIn(ids: readonly string[], label = ""): Names {
  const names = label.split("\n");
  if (names.length !== ids.length) return {};
  return Object.fromEntries(ids.map((id, index) => [id, names[index] ?? ""]));
}

export function FilesControl({ field, value, label, onValue }: ControlProps) {
  const ids = Array.isArray(value) ? (value as readonly string[]) : [];
  const [brought, setBrought] = useState<Names>({});
  const names = { ...namesIn(ids, label), ...brought };
  const nameOf = (id: string, index: number) => names[id] || `第 ${index + 1} 份`;
  const change = (next: readonly string[], known = names) =>
    onValue(next, next.map((id) => known[id] ?? "").join("\n"));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const left = (field.maxCount ?? countAtMost) - ids.length;
  const bring = async (files: readonly ChosenFile[]) => {
    const named: Record<string, string> = {};
    setBusy(true);
    setProblem(undefined);
    try {
      for (const file of files) {
        named[await upload(file, field.title, newKey())] = file.name;
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    }
    setBusy(false);
    setBrought((now) => ({ ...now, ...named }));
    const added = Object.keys(named);
    if (added.length > 0) change([...ids, ...added], { ...names, ...named });
  };
  const choose = (from: "camera" | "album") => void chooseFiles(from, left).then(bring);
  return (
    <>
      {ids.map((id, index) => (
        <Part key={id} className="picked">
          <Part as="span">{nameOf(id, index)}</Part>
          <Button onPress={() => change(ids.filter((other) => other !== id))}>去掉</Button>
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
