// The switch of push (消息提醒): this phone is told at once, from the tap that asks for it to the one that ends it.
import { newKey, post } from "../client/api.ts";
import { useAnswer } from "../client/use-answer.ts";
import { useCommand } from "../client/use-command.ts";
import { isPushBlocked, pushMeans, startPush, stopPush } from "../device/push.ts";
import { Card, Switch, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";

const title = "接收消息提醒";

/** Why there is no switch on this phone, and what to do about it. */
const without = {
  "home-screen":
    "苹果手机要先把本应用放到主屏幕：在 Safari 里点“分享”，再点“添加到主屏幕”，然后从主屏幕打开。",
  cannot: "这个浏览器收不到提醒，可以换用手机自带的浏览器。所有消息都在“通知”里。",
} as const;

/** Nothing where the house sends no push, or WeChat tells in its own way. */
export function PushSwitch() {
  const means = pushMeans();
  const { data, again } = useAnswer(means === "elsewhere" ? undefined : "/api/notices/push");
  if (means === "elsewhere" || !data?.publicKey) return null;
  if (means !== "can") {
    return (
      <Card title={title}>
        <Part as="p" className="help">
          {without[means]}
        </Part>
      </Card>
    );
  }
  const here = data.devices.filter(({ current }) => current).map(({ id }) => id);
  return <Asking publicKey={data.publicKey} here={here} again={again} />;
}

interface AskingProps {
  readonly publicKey: string;
  /** This phone, as the house knows it: none while it is off. */
  readonly here: readonly string[];
  readonly again: () => void;
}

async function turnOff(here: readonly string[]): Promise<void> {
  for (const id of here) await post("/api/notices/push/stop", { body: { id }, key: newKey() });
  await stopPush();
}

function Asking({ publicKey, here, again }: AskingProps) {
  const on = here.length > 0;
  const turning = useCommand(async (to: boolean, key) => {
    if (!to) return turnOff(here);
    await post("/api/notices/push", { body: await startPush(publicKey), key });
  }, again);
  return (
    <Card>
      <Switch
        title={title}
        note={
          isPushBlocked()
            ? "手机现在不让本应用发提醒，点开看怎么打开"
            : "办事有了进展，手机马上提醒；锁屏上只显示标题"
        }
        on={on}
        busy={turning.busy}
        onPress={() => turning.run(!on)}
      />
      {turning.problem ? <Trouble problem={turning.problem} /> : null}
    </Card>
  );
}
