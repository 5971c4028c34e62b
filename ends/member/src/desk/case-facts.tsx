// What was filled in (申请内容): every answer in words, tables row by row, papers to be opened.
import { useCommand } from "../client/use-command.ts";
import { openFile } from "../device/open-file.ts";
import { Button, Card, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import type { Case } from "./shown-case.ts";

type Line = Case["facts"][number]["lines"][number];

export function CaseFacts({ shown: { id, facts } }: { readonly shown: Case }) {
  return (
    <Card title="申请内容">
      {facts.flatMap(({ lines }) =>
        lines.map((line) => (
          <Part key={line.name} className="answer">
            <Part as="p" className="answer-title">
              {line.title}
            </Part>
            <Answer of={id} line={line} />
            {line.was === undefined ? null : (
              <Part as="p" className="help">
                原来登记的：{line.was || "没有"}
              </Part>
            )}
          </Part>
        )),
      )}
    </Card>
  );
}

function Answer({ of, line }: { readonly of: string; readonly line: Line }) {
  const { files = [], table, text } = line;
  if (table) return <Rows table={table} />;
  if (files.length > 0) return <Files of={of} files={files} />;
  return (
    <Part as="p" className="answer-words">
      {text || (line.files ? "没有附件" : "未填")}
    </Part>
  );
}

/** A table as it was filed, the cells of each row in one line. */
function Rows({ table: { rows } }: { readonly table: NonNullable<Line["table"]> }) {
  return (
    <>
      {rows.map((cells, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of what was filed do not change
        <Part as="p" key={index} className="answer-words">
          {index + 1}．{cells.map((cell) => cell || "未填").join("，")}
        </Part>
      ))}
    </>
  );
}

type Files = NonNullable<Line["files"]>;

function Files({ of, files }: { readonly of: string; readonly files: Files }) {
  const opening = useCommand(
    ({ id, name }: Files[number]) => openFile(`/api/cases/${of}/files/${id}`, name),
    () => undefined,
  );
  return (
    <>
      {files.map((file) => (
        <Button key={file.id} busy={opening.busy} onPress={() => opening.run(file)}>
          打开 {file.name}
        </Button>
      ))}
      {opening.problem ? <Trouble problem={opening.problem} /> : null}
    </>
  );
}
