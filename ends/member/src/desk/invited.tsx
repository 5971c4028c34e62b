// Invited (扫码入会): what a poster's code opens; where the code is no longer good, the way that is still open.
import { useAnswer } from "../client/use-answer.ts";
import { goInstead } from "../device/go.ts";
import { joining } from "../services.ts";
import { Button, Card, Coming, Empty, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { Filling } from "./filling.tsx";
import { Share } from "./share.tsx";

interface SheetProps {
  readonly title: string;
  readonly place: string;
  readonly code: string;
}

/** What the poster said, and the way to give it to somebody else. */
function Sheet({ title, place, code }: SheetProps) {
  return (
    <Card title={title}>
      <Part as="p" className="help">
        {place}
      </Part>
      <Share title={`${title}：扫码加入工会`} path={`/fill?j=${code}`}>
        发给工友
      </Share>
    </Card>
  );
}

export function Invited({ code }: { readonly code: string }) {
  const { data, problem, again } = useAnswer("/api/joining/codes/{code}", { params: { code } });
  if (data?.state === "open") {
    const sheet = <Sheet title={data.title} place={data.place} code={code} />;
    return <Filling id={data.function} values={data.preset} above={sheet} />;
  }
  return (
    <Page title={data?.title ?? "扫码入会"}>
      {data ? (
        <Empty sentence={data.say} hint={data.next}>
          <Button
            kind="main"
            onPress={() =>
              void goInstead("fill", {
                id: joining,
                union: data.union.id,
                unionName: data.union.name,
              })
            }
          >
            申请加入{data.union.name}
          </Button>
        </Empty>
      ) : null}
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming lines={4} /> : null}
    </Page>
  );
}
