// Choosing somebody on a post (选承办人): the people of one role at one union, by name.
import { useAnswer } from "../client/use-answer.ts";
import { SelectBox } from "../ui/boxes.tsx";
import { Part } from "../ui/part.tsx";
import type { ControlProps } from "./control-props.ts";
import { useFormPlace } from "./form-place.ts";

export function PostControl(props: ControlProps & { readonly id: string }) {
  const { id, field, value, fault, onValue, onLeave } = props;
  const { functionId, caseId, facts } = useFormPlace();
  const union = facts[field.under ?? ""];
  const known = typeof union === "string" && union !== "";
  const query = {
    field: field.name,
    ...(known ? { union } : {}),
    ...(caseId ? { case: caseId } : {}),
  };
  const asks = known || caseId !== undefined;
  const { data, problem } = useAnswer(asks ? "/api/cases/functions/{id}/posts" : undefined, {
    params: { id: functionId },
    query,
  });
  if (!asks) return <Words>请先选择工会。</Words>;
  if (!data) return <Words>{problem ? `${problem.title}，${problem.next}` : "正在查找"}</Words>;
  if (data.rows.length === 0) return <Words>这个岗位上现在没有人，请换一个工会。</Words>;
  return (
    <SelectBox
      id={id}
      title={field.title}
      value={typeof value === "string" ? value : ""}
      faulty={fault !== undefined}
      onValue={(post) => onValue(post, data.rows.find((row) => row.id === post)?.words)}
      onLeave={onLeave}
      options={data.rows.map((row) => ({ value: row.id, title: row.words }))}
    />
  );
}

const Words = ({ children }: { readonly children: string }) => (
  <Part as="p" className="help">
    {children}
  </Part>
);
