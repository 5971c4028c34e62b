// Choosing a union (选择工会): by name, pinyin or initials; what is chosen stands above and can be changed.
import { useState } from "react";
import { useAnswer } from "../client/use-answer.ts";
import { TextBox } from "../ui/boxes.tsx";
import { Button, Line } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import type { ControlProps } from "./control-props.ts";
import { Proposed } from "./proposed.tsx";
import { UnionName } from "./union-name.tsx";

/** What a form prefills where it asks for the union one is to belong to. */
const ownUnion = "me.union";

export function UnionControl({
  id,
  field,
  value,
  label,
  fault,
  onValue,
}: ControlProps & { readonly id: string }) {
  const [words, setWords] = useState("");
  const q = words.trim();
  if (typeof value === "string" && value !== "") {
    return (
      <Part className="picked">
        <Part as="b">
          <UnionName id={value} label={label} />
        </Part>
        <Button onPress={() => onValue(undefined)}>换一个</Button>
      </Part>
    );
  }
  return (
    <>
      <TextBox
        id={id}
        title={field.title}
        value={words}
        onValue={setWords}
        faulty={fault !== undefined}
        placeholder="输入名称，如 星沙"
        maxLength={40}
      />
      {q === "" ? null : <Found q={q} onPick={onValue} />}
      {q === "" && field.prefill === ownUnion ? <Proposed onPick={onValue} /> : null}
    </>
  );
}

interface FoundProps {
  readonly q: string;
  readonly onPick: (id: string, name: string) => void;
}

function Found({ q, onPick }: FoundProps) {
  const { data, problem } = useAnswer("/api/organisations/directory", { query: { q, size: 8 } });
  if (!data && problem)
    return <Part as="p" className="fault">{`${problem.title}，${problem.next}`}</Part>;
  if (!data)
    return (
      <Part as="p" className="help">
        正在查找
      </Part>
    );
  if (data.rows.length === 0) {
    return (
      <Part as="p" className="help" role="status">
        没有找到，换个字试试；单位没有工会的，可以选街道、乡镇或行业工会。
      </Part>
    );
  }
  return (
    <Part className="found">
      {data.rows.map(({ id, name, line }) => (
        <Line
          key={id}
          title={name}
          note={line.slice(-2).join(" › ")}
          onPress={() => onPick(id, name)}
        />
      ))}
    </Part>
  );
}
