// Proposed unions (推荐工会): by where one is and whom one works for; asked of the phone on a tap only, and never kept.
import { useState } from "react";
import { useAnswer } from "../client/use-answer.ts";
import { useCommand } from "../client/use-command.ts";
import { locate, type Point } from "../device/locate.ts";
import { TextBox } from "../ui/boxes.tsx";
import { FieldFrame } from "../ui/field.tsx";
import { Button, Line, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { Press } from "../ui/press.tsx";

interface ProposedProps {
  readonly onPick: (id: string, name: string) => void;
}

export function Proposed({ onPick }: ProposedProps) {
  const [point, setPoint] = useState<Point>();
  const [division, setDivision] = useState<string>();
  const finding = useCommand((_here: "here") => locate(), setPoint);
  return (
    <Part className="proposed">
      <Button busy={finding.busy} onPress={() => finding.run("here")}>
        按我的位置推荐
      </Button>
      <Part as="p" className="help">
        位置只用来找附近的工会，不会保存。
      </Part>
      {finding.problem ? <Trouble problem={finding.problem} /> : null}
      {point ? <Counties point={point} chosen={division} onChoose={setDivision} /> : null}
      {division ? <Unions division={division} onPick={onPick} /> : null}
    </Part>
  );
}

interface CountiesProps {
  readonly point: Point;
  readonly chosen: string | undefined;
  readonly onChoose: (division: string) => void;
}

/** Near a border the nearest seat may be the neighbour's: the person says. */
function Counties({ point: { longitude, latitude }, chosen, onChoose }: CountiesProps) {
  const query = { longitude, latitude };
  const { data, problem } = useAnswer("/api/membership/places", { query });
  if (!data) return problem ? <Trouble problem={problem} /> : null;
  if (data.rows.length === 0) {
    return (
      <Part as="p" role="status">
        附近没有找到工会，请在上面输入名称查找。
      </Part>
    );
  }
  return (
    <>
      <Part as="p" className="label">
        您在哪个县（市、区）工作？
      </Part>
      <Part className="choices" role="radiogroup" label="您在哪个县（市、区）工作">
        {data.rows.map(({ division, unionName }) => (
          <Press
            key={division}
            className={`choice ${division === chosen ? "choice-on" : ""}`}
            chosen={division === chosen}
            onPress={() => onChoose(division)}
          >
            {unionName.replace(/总工会$/, "")}
          </Press>
        ))}
      </Part>
    </>
  );
}

const employerAtMost = 60;

function Unions({ division, onPick }: ProposedProps & { readonly division: string }) {
  const [employer, setEmployer] = useState("");
  const typed = employer.trim();
  const query = { division, ...(typed ? { employer: typed } : {}) };
  const { data, problem } = useAnswer("/api/membership/unions", { query });
  return (
    <>
      <FieldFrame id="proposed-employer" title="工作单位" optional help="单位有工会的会排在前面">
        <TextBox
          id="proposed-employer"
          title="工作单位"
          value={employer}
          onValue={setEmployer}
          maxLength={employerAtMost}
        />
      </FieldFrame>
      {!data && problem ? <Trouble problem={problem} /> : null}
      {data ? (
        <Part className="found">
          {data.rows.map(({ id, name, why }) => (
            <Line key={id} title={name} note={why} onPress={() => onPick(id, name)} />
          ))}
        </Part>
      ) : null}
    </>
  );
}
