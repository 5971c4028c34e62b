// Invited (扫码入会): what a poster's code opens; where the code is no longer good, the way that is still open.
import { useAnswer } from "../client/use-answer.ts";
import { goInstead } from "../device/go.ts";
import { Button, Coming, Empty, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Filling } from "./filling.tsx";

/** Joining a union without a code. */
const plain = "membership.join";

export function Invited({ code }: { readonly code: string }) {
  const { data, problem, again } = useAnswer("/api/joining/codes/{code}", { params: { code } });
  if (data?.state === "open") return <Filling id={data.function} values={data.preset} />;
  return (
    <Page title={data?.title ?? "扫码入会"}>
      {data ? (
        <Empty sentence={data.say} hint={data.next}>
          <Button
            kind="main"
            onPress={() =>
              void goInstead("fill", {
                id: plain,
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
