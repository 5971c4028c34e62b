// Sending back (退回整改): a fault goes to the union that owns the records, as a case with a clock, and is struck off when mended.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { answer, api } from "../../../client.ts";
import { paths } from "../../../paths.ts";
import { useCommand } from "../../../session.ts";
import { useConfirm } from "../../../ui/confirm.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { RollbackOutlined } from "../../../ui/icons.tsx";

/** Settled by comparing two records, not by sending one back. */
export const duplicateCheck = "duplicate";

interface RectifyProps {
  readonly unionId: string;
  readonly unionName: string;
  readonly fault: { readonly code: string; readonly title: string };
  /** One member's record; without it all of the union and below. */
  readonly person?: { readonly id: string; readonly name: string };
  readonly people: number;
}

export function Rectify({ unionId, unionName, fault, person, people }: RectifyProps) {
  const { history } = useRouter();
  const confirm = useConfirm();
  const file = useCommand(
    (note: string, headers) =>
      answer(
        api.POST("/api/cases/functions/{id}/file", {
          params: { path: { id: "roster.rectify" } },
          body: {
            facts: {
              union: unionId,
              fault: fault.code,
              ...(person ? { person: person.id } : {}),
              ...(note ? { note } : {}),
            },
          },
          headers,
        }),
      ),
    { onDone: ({ id }) => history.push(paths.case(id)) },
  );
  const send = async () => {
    const note = await confirm({
      title: `将“${fault.title}”退回${unionName}整改？`,
      effects: [
        person
          ? `请该工会改好会员${person.name}的这一项。`
          : `请该工会改好本级和下级共 ${people} 名会员的这一项。`,
        "该工会的工作台会出现一件待办，5 个工作日内改好；超期提醒上级。",
        "全部改好，才能销号。",
      ],
      verb: `退回 ${person ? 1 : people} 人`,
      note: { title: "整改要求", max: 500 },
    });
    if (note !== undefined) file.mutate(note);
  };
  return (
    <>
      {file.error ? <ErrorSentence problem={file.error} /> : null}
      <Button icon={<RollbackOutlined />} loading={file.isPending} onClick={send}>
        退回整改
      </Button>
    </>
  );
}
