// The case file (卷宗): masked at once, or whole for whoever says why; that is written down.
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { answer, api } from "../../client.ts";
import { useCommand, useMe } from "../../session.ts";
import { useConfirm } from "../../ui/confirm.tsx";
import { DownloadOutlined } from "../../ui/icons.tsx";
import type { Case } from "./cases.ts";

/** Only those who handle cases may take their files. */
const handlers = ["officer", "chair", "cadre"];

export function DossierButton({ case: { id } }: { readonly case: Case }) {
  const { role } = useMe();
  const confirm = useConfirm();
  const [making, setMaking] = useState(false);
  const params = { path: { id } };
  const take = useCommand(
    (body: { purpose: string }, headers) =>
      answer(api.POST("/api/cases/{id}/dossiers", { params, body, headers })),
    { refresh: [] },
  );
  if (!handlers.includes(role)) return null;
  const masked = () => window.location.assign(`/api/cases/${encodeURIComponent(id)}/dossier`);
  const makeWhole = async (purpose: string) => {
    setMaking(true);
    const made = await take.mutateAsync({ purpose }).finally(() => setMaking(false));
    window.location.assign(`/api/cases/dossiers/${encodeURIComponent(made.id)}`);
  };
  const whole = () =>
    confirm({
      title: "下载完整卷宗",
      effects: [
        "卷宗里有没有隐去的姓名、电话、证件号码，和附件原件。",
        "谁在什么时候、为什么下载，会记下来，当事人看得到。",
      ],
      verb: "下载完整卷宗",
      note: { title: "用来做什么", required: true, max: 200 },
      run: makeWhole,
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
      <Button icon={<DownloadOutlined />} loading={making}>
        卷宗
      </Button>
    </Dropdown>
  );
}
