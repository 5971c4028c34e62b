// What a room keeps of a case (后续记录): who is in charge, what was noted, what comes next, and what one may do about it.
import { useAnswer } from "../client/use-answer.ts";
import { goTo } from "../device/go.ts";
import { openOnly, startOf } from "../services.ts";
import { Button, Card } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import type { Case } from "./shown-case.ts";

export function CaseRecords({ records }: Pick<Case, "records">) {
  return records.map(({ title, lines, next }) => (
    <Card key={title} title={title}>
      {lines.map(({ title: head, words, note }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only shown, and two may say the same
        <Part key={index} className="fact">
          <Part as="b">{head}</Part>
          <Part as="p">{words}</Part>
          {note ? (
            <Part as="p" className="help">
              {note}
            </Part>
          ) : null}
        </Part>
      ))}
      {next ? <Next {...next} /> : null}
    </Card>
  ));
}

type NextProps = NonNullable<Case["records"][number]["next"]>;

/** Only for whoever may start it. */
function Next({ function: id, title }: NextProps) {
  const { data } = useAnswer("/api/cases/functions");
  const may =
    data && openOnly(data.groups).some(({ functions }) => functions.some((one) => one.id === id));
  if (!may) return null;
  return (
    <Button kind="main" onPress={() => goTo(startOf(id))}>
      {title}
    </Button>
  );
}
