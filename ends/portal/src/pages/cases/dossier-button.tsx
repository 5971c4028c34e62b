// The case file (卷宗): masked at once, or whole for whoever says why; that is written down.
import { App, Button, Dropdown } from "antd";
import { useMe, usePost } from "../../session.ts";
import { useConfirm } from "../../ui/confirm.tsx";
import { DownloadOutlined } from "../../ui/icons.tsx";
import { sentenceOf } from "../../ui/problem.ts";
import type { Case } from "./cases.ts";

/** Only those who handle cases may take their files. */
const handlers = ["officer", "chair", "cadre"];

export function DossierButton({ case: { id } }: { readonly case: Case }) {
  const { role } = useMe();
  const confirm = useConfirm();
  const { message } = App.useApp();
  const take = usePost("/api/cases/{id}/dossiers", {
    at: { id },
    refresh: [],
    onDone: (made) => window.location.assign(`/api/cases/dossiers/${encodeURIComponent(made.id)}`),
  });
  if (!handlers.includes(role)) return null;
  const masked = () =>
    take.mutate({}, { onError: (failure) => message.error(sentenceOf(failure).title) });
  const whole = () =>
    confirm({
      title: "下载完整卷宗",
      effects: [
        "卷宗里有没有隐去的姓名、电话、证件号码，附件原件嵌在文件里。",
        "封面上有核验码，拿到的人可以在核验页查它有没有改动过。",
        "谁在什么时候、为什么下载，会记下来，当事人看得到。",
      ],
      verb: "下载完整卷宗",
      note: { title: "用来做什么", required: true, max: 200 },
      run: (purpose) => take.mutateAsync({ purpose }),
    });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "masked", label: "卷宗（隐去个人信息）", onClick: masked },
          { key: "whole", label: "完整卷宗（写明用途）", onClick: whole },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />} loading={take.isPending}>
        卷宗
      </Button>
    </Dropdown>
  );
}
