// Giving up a founding (终止筹建), for those who decide on applications: asked once, with the reason.
import { Button } from "antd";
import { useConfirm } from "../../../ui/confirm.tsx";
import { type Founding, useGiveUp } from "./founding.ts";

export function GiveUp({ founding: { union } }: { readonly founding: Founding }) {
  const command = useGiveUp(union.id);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: `终止“${union.name}”的筹建？`,
      effects: [
        "这个工会不再筹建，正在办的选举报批、成立公示一并撤回，申请人会收到通知。",
        "单位以后要建工会的，重新办理“建会申请”；这一次的申请和选举留在记录里。",
      ],
      verb: "终止筹建",
      note: { title: "终止的原因", required: true, max: 200 },
      run: (why) => command.mutateAsync({ why }),
    });
  return (
    <Button type="link" size="small" onClick={ask}>
      终止筹建
    </Button>
  );
}
