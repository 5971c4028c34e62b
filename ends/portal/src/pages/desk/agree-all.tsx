// Agreeing to many (批量同意): after a confirmation that names how many and which; what was not agreed to says why.
import { App, Button } from "antd";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import { useConfirm } from "../../ui/confirm.tsx";
import { sentenceOf } from "../../ui/problem.ts";
import { countWords } from "../../ui/words.ts";
import type { DeskRow } from "./desk.ts";

/** As many as one command takes. */
const atMost = 100;
const namedAtMost = 5;

interface AgreeAllProps {
  readonly rows: readonly DeskRow[];
  readonly onDone: () => void;
}

interface Item {
  readonly id: string;
  readonly task: number;
}

/** `入会申请 12 件、退会申请 1 件`. */
function kindsOf(rows: readonly DeskRow[]): string {
  const kinds = Map.groupBy(rows, ({ functionTitle }) => functionTitle);
  return [...kinds].map(([title, { length }]) => `${title} ${countWords(length)} 件`).join("、");
}

function namesOf(rows: readonly DeskRow[]): string {
  const named = rows.slice(0, namedAtMost).map(({ title }) => title);
  return `${named.join("、")}${rows.length > namedAtMost ? " 等" : ""}`;
}

export function AgreeAll({ rows, onDone }: AgreeAllProps) {
  const confirm = useConfirm();
  const { modal, message } = App.useApp();
  const agree = useCommand(
    (body: { items: Item[]; opinion?: string }, headers) =>
      answer(api.POST("/api/cases/commands", { body, headers })),
    { refresh: [["desk"], ["cases"], ["me"]] },
  );
  const items = rows.flatMap(({ id, task }) => (task === null ? [] : [{ id, task }]));
  const tell = ({ agreed, rows: results }: Awaited<ReturnType<typeof agree.mutateAsync>>) => {
    const refused = results.flatMap((result) => (result.ok ? [] : [result]));
    if (refused.length === 0) {
      message.success(`已同意 ${countWords(agreed)} 件`);
      return;
    }
    const titles = new Map(rows.map((row) => [row.id, row.title]));
    modal.warning({
      title: `同意了 ${countWords(agreed)} 件，${countWords(refused.length)} 件没有办成`,
      content: (
        <ul>
          {refused.map(({ id, say, next }) => (
            <li key={id}>
              {titles.get(id)}：{say}
              {next}
            </li>
          ))}
        </ul>
      ),
      okText: "知道了",
    });
  };
  const ask = async () => {
    const count = countWords(items.length);
    await confirm({
      title: `同意这 ${count} 件？`,
      effects: [
        kindsOf(rows),
        namesOf(rows),
        "同意后进入下一步；最后一步的，办件随即生效，不能撤回。",
      ],
      verb: `同意 ${count} 件`,
      note: { title: "意见", max: 500 },
      run: async (opinion) => {
        tell(await agree.mutateAsync({ items, ...(opinion ? { opinion } : {}) }));
        onDone();
      },
    }).catch((failure: unknown) => message.error(sentenceOf(failure).title));
  };
  return (
    <>
      {items.length > atMost ? <span>一次最多 {atMost} 件</span> : null}
      <Button disabled={items.length === 0 || items.length > atMost} onClick={ask}>
        批量同意 {countWords(items.length)} 件
      </Button>
    </>
  );
}
