// Reading over (核对): all answers with a way back to each group, then the one button that sends.
import { Button, Card } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { answerWords, type Facts, type Field, type Group, headOf, rowsIn } from "./form.ts";
import { UnionName } from "./union-name.tsx";

interface ReviewProps {
  readonly screens: readonly Group[];
  readonly facts: Facts;
  readonly labels: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly busy: boolean;
  readonly advice?: readonly string[];
  readonly onEdit: (screen: number) => void;
  readonly onBack: () => void;
  readonly onSubmit: () => void;
}

interface AnswerProps {
  readonly field: Field;
  readonly value: unknown;
  readonly label: string | undefined;
}

/** A union goes out as its id and is read over by its name. */
function Answer({ field, value, label }: AnswerProps) {
  if (field.kind === "union" && typeof value === "string" && value !== "") {
    return <UnionName id={value} label={label} />;
  }
  if (field.kind === "post" && value) return <>{label ?? "已选择"}</>;
  if (field.kind === "rows") return <RowsRead field={field} value={value} />;
  return <>{answerWords(field, value)}</>;
}

/** A table row by row, the cells of each in one line. */
function RowsRead({ field, value }: Pick<AnswerProps, "field" | "value">) {
  const { columns = [] } = field;
  return (
    <>
      {rowsIn(value).map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
        <Part as="p" key={index}>
          {index + 1}．{columns.map((column) => answerWords(column, row[column.name])).join("，")}
        </Part>
      ))}
    </>
  );
}

export function Review({ screens, facts, labels, submit, busy, advice = [], ...on }: ReviewProps) {
  return (
    <>
      {advice.length > 0 ? (
        <Part className="notice" role="alert">
          <Part as="b">提交前请知道</Part>
          {advice.map((sentence) => (
            <Part as="p" key={sentence}>
              {sentence}
            </Part>
          ))}
        </Part>
      ) : null}
      <Part as="h2" className="step-title">
        核对一遍，没错就提交
      </Part>
      {screens.map((group, index) => (
        <Card
          key={group.fields[0]?.name ?? index}
          title={headOf(group).title}
          side={
            <Button kind="plain" onPress={() => on.onEdit(index)}>
              修改
            </Button>
          }
        >
          {group.fields.map((field) => (
            <Part key={field.name} className="answer">
              {headOf(group).each ? (
                <Part as="p" className="answer-title">
                  {field.title}
                </Part>
              ) : null}
              <Part as="p" className="answer-words">
                <Answer field={field} value={facts[field.name]} label={labels[field.name]} />
              </Part>
            </Part>
          ))}
        </Card>
      ))}
      <Part className="thumb">
        <Button onPress={on.onBack}>上一步</Button>
        <Button kind="main" busy={busy} onPress={on.onSubmit}>
          {submit}
        </Button>
      </Part>
    </>
  );
}
