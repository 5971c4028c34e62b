// My certificates (会员证明): one made for a purpose in a moment, and those made before, to be opened again.
import { useState } from "react";
import { post } from "../../client/api.ts";
import { useAnswer } from "../../client/use-answer.ts";
import { useCommand } from "../../client/use-command.ts";
import { openFile } from "../../device/open-file.ts";
import { TextBox } from "../../ui/boxes.tsx";
import { FieldFrame } from "../../ui/field.tsx";
import { Button, Card, Line, Trouble } from "../../ui/kit.tsx";
import { Page } from "../../ui/page.tsx";
import { dayWords } from "../../words.ts";

const addressOf = (code: string): string => `/api/card/certificates/${code}/file`;

interface Certificate {
  readonly code: string;
  readonly fileName: string;
}

const open = ({ code, fileName }: Certificate): Promise<void> =>
  openFile(addressOf(code), fileName);

export default function Certificates() {
  const { data, problem, again } = useAnswer("/api/card/certificates", { query: { size: 20 } });
  const opening = useCommand(open, () => undefined);
  const made = (certificate: Certificate) => {
    again();
    opening.run(certificate);
  };
  return (
    <Page title="会员证明">
      <Making onMade={made} />
      {opening.problem ? <Trouble problem={opening.problem} /> : null}
      {problem && !data ? <Trouble problem={problem} onRetry={again} /> : null}
      {data && data.rows.length > 0 ? (
        <Card title="开过的证明">
          {data.rows.map((one) => (
            <Line
              key={one.code}
              title={one.purpose}
              note={`${dayWords(one.issuedAt)}，核验码 ${one.code}`}
              onPress={() => opening.run(one)}
            />
          ))}
        </Card>
      ) : null}
    </Page>
  );
}

const lettersAtMost = 40;

function Making({ onMade }: { readonly onMade: (made: Certificate) => void }) {
  const [purpose, setPurpose] = useState("");
  const making = useCommand(
    (wanted: string, key) => post("/api/card/certificates", { key, body: { purpose: wanted } }),
    (made) => {
      setPurpose("");
      onMade(made);
    },
  );
  return (
    <Card title="开一份证明">
      <FieldFrame id="purpose" title="用途" help="会印在证明上，如“申请疗休养”">
        <TextBox
          id="purpose"
          title="用途"
          value={purpose}
          onValue={setPurpose}
          maxLength={lettersAtMost}
        />
      </FieldFrame>
      {making.problem ? <Trouble problem={making.problem} /> : null}
      <Button
        kind="main"
        busy={making.busy}
        disabled={purpose.trim().length < 2}
        onPress={() => making.run(purpose.trim())}
      >
        开具
      </Button>
    </Card>
  );
}
