// Work (办件样张): clocks, statuses, the timeline of a case, doors with reasons, long work with its pace.
import { Button } from "antd";
import { Clock } from "../ui/clock.tsx";
import { DoorButton } from "../ui/door-button.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { ProgressPanel } from "../ui/progress-panel.tsx";
import { Section } from "../ui/section.tsx";
import { StatusTag } from "../ui/status-tag.tsx";
import { Timeline, type TimelineStage } from "../ui/timeline.tsx";

const line = { display: "flex", flexWrap: "wrap", gap: 12 } as const;

const shut = {
  command: "withdraw",
  open: false,
  why: "已经有人办理，不能再撤回。",
  next: "如需修改，请联系办理人退回。",
};

const stages: TimelineStage[] = [
  { id: "1", state: "done", title: "提交申请", who: "张*三", until: "2026-11-18T01:05:00Z" },
  {
    id: "2",
    state: "back",
    title: "星沙街道总工会审核",
    who: "星沙街道总工会 · 李*华",
    until: "2026-11-18T06:40:00Z",
    note: "身份证照片看不清，请重新上传正反两面。",
  },
  { id: "3", state: "done", title: "重新提交", who: "张*三", until: "2026-11-19T02:11:00Z" },
  {
    id: "4",
    state: "now",
    title: "长沙县总工会审批",
    who: "长沙县总工会 · 组织部部长",
    since: "2026-11-19T02:11:00Z",
    due: "2026-11-23",
    clock: <Clock left={1} />,
  },
  { id: "5", state: "ahead", title: "发放电子会员卡", who: "系统自动" },
  { id: "6", state: "skipped", title: "市总工会备案" },
];

export function WorkStory() {
  return (
    <>
      <PageHead
        title="张*三的入会申请"
        tag={<StatusTag tone="doing">办理中</StatusTag>}
        sentence="2026-11-18 提交，正由长沙县总工会审批。"
        action={
          <DoorButton type="primary" door={{ command: "agree", open: true }}>
            同意
          </DoorButton>
        }
        more={
          <>
            <DoorButton door={{ command: "return", open: true }}>退回</DoorButton>
            <DoorButton door={shut}>撤回</DoorButton>
          </>
        }
      />
      <Section title="办事进度">
        <Timeline stages={stages} />
      </Section>
      <Tags />
      <LongWork />
    </>
  );
}

function Tags() {
  return (
    <Section title="时限与状态">
      <div style={line}>
        <Clock left={5} />
        <Clock left={1} />
        <Clock left={0} />
        <Clock left={-2} />
        <Clock left={-3} unit="day" />
        <Clock left={3} paused />
        <Clock left={null} />
      </div>
      <div style={{ ...line, marginTop: 12 }}>
        <StatusTag tone="wait">待审核</StatusTag>
        <StatusTag tone="doing">办理中</StatusTag>
        <StatusTag tone="done">办结</StatusTag>
        <StatusTag tone="warn">退回补正</StatusTag>
        <StatusTag tone="late">不予通过</StatusTag>
        <StatusTag tone="off">已撤回</StatusTag>
      </div>
    </Section>
  );
}

function LongWork() {
  return (
    <div style={{ display: "grid", gap: 16, marginTop: 16 }}>
      <ProgressPanel
        title="正在导入 长沙县星沙街道职工名册（2026年11月）.xlsx"
        state="running"
        done={36_420}
        total={100_000}
        unit="行"
        perSecond={1820}
        secondsLeft={35}
        counts={[
          { title: "新增会员", value: 35_020 },
          { title: "更新信息", value: 1103 },
          { title: "有误", value: 297, tone: "late" },
        ]}
        note="可以离开这一页，导入会继续；完成后会通知您。"
        onCancel={() => undefined}
      />
      <ProgressPanel
        title="㮾梨街道名册.csv"
        state="done"
        done={2000}
        total={2000}
        unit="行"
        counts={[
          { title: "导入", value: 1986 },
          { title: "有误", value: 14, tone: "late" },
        ]}
        actions={<Button>下载有误的 14 行</Button>}
      />
    </div>
  );
}
