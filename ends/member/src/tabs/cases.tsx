// Progress (进度): what one has asked for, where each stands, who has it and until when.
import { useOutgoing } from "../client/outgoing.ts";
import { useAnswer } from "../client/use-answer.ts";
import { go } from "../device/go.ts";
import { Button, Card, Coming, Empty, Line, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { CaseLine, isOpen, myCases } from "./case-line.tsx";

export default function Cases() {
  const waiting = useOutgoing();
  const { data, problem, again } = useAnswer("/api/desk", myCases);
  const rows = data?.rows ?? [];
  const open = rows.filter(isOpen);
  const ended = rows.filter((row) => !isOpen(row));
  return (
    <Page title="进度" tab="cases">
      {waiting.length > 0 ? (
        <Card title="还没发出">
          <Line
            title={`${waiting.length} 件申请在等网络`}
            note="有网络时会自动发送，不会重复"
            onPress={() => go("waiting")}
          />
        </Card>
      ) : null}
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming /> : null}
      {data && rows.length === 0 && waiting.length === 0 ? (
        <Empty sentence="您还没有办过事" hint="提交的申请会在这里，随时能看到办到哪一步。">
          <Button onPress={() => go("services")}>去看看能办什么</Button>
        </Empty>
      ) : null}
      {open.length > 0 ? (
        <Card title="正在办">
          {open.map((row) => (
            <CaseLine key={row.id} row={row} />
          ))}
        </Card>
      ) : null}
      {ended.length > 0 ? (
        <Card title="已办结">
          {ended.map((row) => (
            <CaseLine key={row.id} row={row} />
          ))}
        </Card>
      ) : null}
    </Page>
  );
}
