// A disclosed item (公开事项): its words and papers; opening it is noted, so that the union knows how many read it.
import { useEffect } from "react";
import { post } from "../../client/api.ts";
import { useAnswer } from "../../client/use-answer.ts";
import { useCommand } from "../../client/use-command.ts";
import { useValues } from "../../device/go.ts";
import { openFile } from "../../device/open-file.ts";
import { Button, Card, Coming, Tag, Trouble } from "../../ui/kit.tsx";
import { Page } from "../../ui/page.tsx";
import { Part } from "../../ui/part.tsx";
import { dayWords } from "../../words.ts";

export default function Disclosure() {
  const { id = "" } = useValues();
  const params = { id };
  const { data, problem, again } = useAnswer("/api/proposals/disclosures/{id}", { params });
  const known = data?.id;
  const opening = useCommand(
    ({ file, name }: { readonly file: string; readonly name: string }) =>
      openFile(`/api/proposals/disclosures/${id}/files/${file}`, name),
    () => undefined,
  );
  useEffect(() => {
    // Silence is no harm: it is noted the next time.
    if (known)
      post("/api/proposals/disclosures/{id}/seen", { params: { id: known } }).catch(
        () => undefined,
      );
  }, [known]);
  const withdrawn = data?.state === "withdrawn";
  return (
    <Page title="公开事项">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={4} /> : null}
      {data ? (
        <Card title={data.title} side={withdrawn ? <Tag tone="off">{data.stateName}</Tag> : null}>
          <Part as="p" className="help">
            {data.union.name}，{data.kindName}，{dayWords(data.fromDay)}公开
          </Part>
          {data.withdrawnWhy ? (
            <Part as="p" className="outcome">
              已经撤回：{data.withdrawnWhy}
            </Part>
          ) : null}
          <Part as="p">{data.words}</Part>
          {withdrawn
            ? null
            : data.files.map(({ id: file, name }) => (
                <Button key={file} busy={opening.busy} onPress={() => opening.run({ file, name })}>
                  打开 {name}
                </Button>
              ))}
          {opening.problem ? <Trouble problem={opening.problem} /> : null}
        </Card>
      ) : null}
    </Page>
  );
}
