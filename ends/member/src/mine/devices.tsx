// Devices (登录设备): where this account is signed in, and out of all of them at once.
import { signOutEverywhere } from "../client/session.ts";
import { useAnswer } from "../client/use-answer.ts";
import { useCommand } from "../client/use-command.ts";
import { goInstead } from "../device/go.ts";
import { deviceWords } from "../device-words.ts";
import { Button, Card, Coming, Tag, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { momentWords } from "../words.ts";

export default function Devices() {
  const { data, problem, again } = useAnswer("/api/access/devices");
  const leaveAll = useCommand(
    (_all: "all", key) => signOutEverywhere(key),
    () => void goInstead("sign-in"),
  );
  return (
    <Page title="登录设备">
      {!data && problem ? <Trouble problem={problem} onRetry={again} /> : null}
      {!data && !problem ? <Coming /> : null}
      {data ? (
        <Card>
          {data.rows.map(({ id, device, seenAt, current }) => (
            <Part key={id} className="fact">
              <Part className="fact-head">
                <Part as="b">{deviceWords(device)}</Part>
                {current ? <Tag tone="done">本机</Tag> : null}
              </Part>
              <Part as="p" className="help">
                最近使用：{momentWords(seenAt)}
              </Part>
            </Part>
          ))}
        </Card>
      ) : null}
      <Part className="foot">
        <Part as="p" className="help">
          手机丢了或看到不认识的设备，可以让所有设备都退出，再用验证码重新登录。
        </Part>
        {leaveAll.problem ? <Trouble problem={leaveAll.problem} /> : null}
        <Button busy={leaveAll.busy} onPress={() => leaveAll.run("all")}>
          所有设备都退出
        </Button>
      </Part>
    </Page>
  );
}
