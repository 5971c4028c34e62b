// Resets (重置单): those of the post's own unions, newest first; an administrator's waits here for the second pair of eyes.
import { App, Button } from "antd";
import { useState } from "react";
import { useList } from "../../list-state.ts";
import { usePost } from "../../session.ts";
import { useConfirm } from "../../ui/confirm.tsx";
import { Moment } from "../../ui/day.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import type { FilterField } from "../../ui/filter/fields.ts";
import { ListPage } from "../../ui/list-page.tsx";
import { Facts } from "../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../ui/side-panel.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag.tsx";
import type { PageColumn } from "../../ui/table/columns.ts";
import { AccessTabs } from "./access-tabs.tsx";
import { type Reset, readResets, resetStates, type Slip } from "./resets.ts";
import { SlipPage } from "./slip-page.tsx";

const tones: Readonly<Record<Reset["state"], Tone>> = {
  asked: "wait",
  open: "doing",
  expired: "off",
  used: "done",
  ended: "off",
};

const State = ({ state }: Pick<Reset, "state">) => (
  <StatusTag tone={tones[state]}>{resetStates[state]}</StatusTag>
);

const columns: PageColumn<Reset>[] = [
  { key: "account", title: "姓名", width: 120, cell: ({ accountName }) => accountName },
  {
    key: "state",
    title: "状态",
    width: 130,
    phone: "tag",
    cell: ({ state }) => <State state={state} />,
  },
  { key: "reason", title: "原因", width: 260, cell: ({ reason }) => reason },
  { key: "shown", title: "身份核对", width: 240, cell: ({ shown }) => shown },
  { key: "by", title: "经办", width: 120, cell: ({ askedBy }) => askedBy },
  { key: "at", title: "办理时间", width: 160, cell: ({ askedAt }) => <Moment value={askedAt} /> },
];

const fields: FilterField[] = [
  {
    kind: "choice",
    name: "state",
    title: "状态",
    options: Object.entries(resetStates).map(([value, title]) => ({ value, title })),
  },
];

export function Page() {
  const [slip, setSlip] = useState<Slip>();
  const list = useList(["resets"], readResets);
  if (slip) return <SlipPage slip={slip} onClose={() => setSlip(undefined)} />;
  return (
    <ListPage
      title="岗位与账号"
      sentence="丢了密码或动态口令的人，凭重置单和短信验证码重新设置。要办新的，请在“岗位”里找到本人。"
      above={<AccessTabs here="resets" />}
      id="administration.resets"
      label="重置单"
      unit="张重置单"
      columns={columns}
      keyOf={({ id }) => id}
      list={list}
      fields={fields}
      panel={({ row, ways }) => <ResetPanel reset={row} onSlip={setSlip} {...ways} />}
      empty={{ sentence: "还没有重置过" }}
    />
  );
}

interface ResetPanelProps extends PanelWays {
  readonly reset: Reset | undefined;
  readonly onSlip: (slip: Slip) => void;
}

function ResetPanel({ reset, onSlip, ...ways }: ResetPanelProps) {
  return (
    <SidePanel
      open={reset !== undefined}
      {...ways}
      title={reset?.accountName ?? ""}
      subtitle={reset ? <State state={reset.state} /> : null}
    >
      {reset ? (
        <>
          <Facts
            facts={[
              { title: "手机号", value: reset.phone },
              { title: "身份核对", value: reset.shown },
              { title: "原因", value: reset.reason, wide: true },
              { title: "经办", value: reset.askedBy },
              { title: "办理时间", value: <Moment value={reset.askedAt} /> },
              { title: "出单", value: reset.openedBy },
              {
                title: "有效到",
                value: reset.expiresAt ? <Moment value={reset.expiresAt} /> : null,
              },
            ]}
          />
          <Acts key={reset.id} reset={reset} onSlip={onSlip} />
        </>
      ) : null}
    </SidePanel>
  );
}

function Acts({ reset, onSlip }: Pick<ResetPanelProps, "onSlip"> & { readonly reset: Reset }) {
  const { id, state, mine, accountName } = reset;
  const confirm = useConfirm();
  const { message } = App.useApp();
  const options = { at: { id }, refresh: [["resets"]] };
  const approve = usePost("/api/access/resets/{id}/approve", {
    ...options,
    onDone: ({ slip }) => onSlip(slip),
  });
  const end = usePost("/api/access/resets/{id}/end", {
    ...options,
    onDone: () => message.success("已作废"),
  });
  if (state !== "asked" && state !== "open") return null;
  const askApproval = async () => {
    const effects = ["请先自己核对本人身份。", "原来的密码马上失效，本人在所有设备下线。"];
    const title = `批准为${accountName}重置密码和动态口令？`;
    if ((await confirm({ title, effects, verb: "批准并出重置单" })) !== undefined) {
      approve.mutate(undefined);
    }
  };
  const askEnd = async () => {
    const effects = ["单上的重置码不能再用。", "已经失效的密码不会恢复，要重新办一张。"];
    const title = `作废${accountName}的重置单？`;
    if ((await confirm({ title, effects, verb: "作废重置单" })) !== undefined) {
      end.mutate(undefined);
    }
  };
  const problem = approve.error ?? end.error;
  return (
    <div style={{ display: "grid", gap: 12, marginTop: 24 }}>
      {problem ? <ErrorSentence problem={problem} /> : null}
      {state === "asked" && mine ? <p>管理员的重置要两个人办，请另一位安全管理员批准。</p> : null}
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
        {state === "asked" && !mine ? (
          <Button type="primary" loading={approve.isPending} onClick={askApproval}>
            批准并出重置单
          </Button>
        ) : null}
        <Button loading={end.isPending} onClick={askEnd}>
          作废
        </Button>
      </div>
    </div>
  );
}
