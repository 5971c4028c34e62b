// Progress (组建进度): unions on their way from application to living, and what each of them needs next.
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useList } from "../../../list-state.ts";
import { paths } from "../../../paths.ts";
import { Day } from "../../../ui/day.tsx";
import { PlusOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { ListPage } from "../../../ui/list-page.tsx";
import { Nothing } from "../../../ui/money.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag.tsx";
import type { PageColumn } from "../../../ui/table/columns.ts";
import { countWords } from "../../../ui/words.ts";
import styles from "./founding.module.css";
import { type Founding, progressFile, readProgress } from "./founding.ts";
import { FoundingTabs } from "./founding-tabs.tsx";
import { GiveUp } from "./give-up.tsx";

const stages = {
  approved: { title: "等待选举", tone: "wait" },
  elected: { title: "等待成立", tone: "doing" },
  opened: { title: "已经成立", tone: "done" },
  "given-up": { title: "已经终止", tone: "off" },
} as const satisfies Record<Founding["stage"], { title: string; tone: Tone }>;

/** What a union needs next, as a way to the form. */
function Next({ founding }: { readonly founding: Founding }) {
  const next = nextOf(founding);
  if (!next) return <Nothing />;
  const union = founding.union.id;
  return (
    <span className={styles.next}>
      <TextLink to={paths.function(`founding.${next}`, { union })}>{steps[next]}</TextLink>
      {founding.mayGiveUp ? <GiveUp founding={founding} /> : null}
    </span>
  );
}

const steps = { elect: "选举结果报批", publish: "成立备案公示", legal: "法人资格登记" } as const;

function nextOf({ stage, certificate }: Founding): keyof typeof steps | undefined {
  if (stage === "approved") return "elect";
  if (stage === "elected") return "publish";
  if (stage === "given-up") return undefined;
  return certificate ? undefined : "legal";
}

const columns: PageColumn<Founding>[] = [
  { key: "name", title: "工会", width: 300, sortable: true, cell: ({ union }) => union.name },
  {
    key: "stage",
    title: "进度",
    width: 112,
    phone: "tag",
    cell: ({ stage, stageName, givenUp }) => (
      <StatusTag tone={stages[stage].tone} {...(givenUp && { title: givenUp.why })} quiet>
        {stageName}
      </StatusTag>
    ),
  },
  { key: "next", title: "下一步", width: 212, cell: (founding) => <Next founding={founding} /> },
  { key: "parent", title: "上级工会", width: 200, cell: ({ parentName }) => parentName },
  {
    key: "members",
    title: "拟入会",
    width: 96,
    sortable: true,
    align: "right",
    cell: ({ members }) => countWords(members),
  },
  {
    key: "approved",
    title: "批准筹建",
    width: 120,
    sortable: true,
    cell: ({ approvedDay }) => <Day value={approvedDay} />,
  },
  {
    key: "elected",
    title: "选举",
    width: 116,
    cell: ({ electedDay }) => <Day value={electedDay} />,
  },
  {
    key: "opened",
    title: "成立",
    width: 116,
    sortable: true,
    cell: ({ openedDay }) => <Day value={openedDay} />,
  },
  {
    key: "given-up",
    title: "终止",
    width: 260,
    hidden: true,
    cell: ({ givenUp }) => (givenUp ? `${givenUp.day}，${givenUp.why}` : <Nothing />),
  },
  {
    key: "certificate",
    title: "法人证书有效期到",
    width: 172,
    sortable: true,
    help: "到期前 30 日内申请换领。",
    cell: ({ certificate }) => <Day value={certificate?.toDay ?? null} />,
  },
  { key: "way", title: "形式", width: 220, hidden: true, cell: ({ wayName }) => wayName },
];

const fields = [
  {
    kind: "choice" as const,
    name: "stage",
    title: "进度",
    width: 132,
    options: Object.entries(stages).map(([value, { title }]) => ({ value, title })),
  },
];

export function Page() {
  const { history } = useRouter();
  const list = useList(["founding", "progress"], readProgress);
  return (
    <ListPage
      title="工会组建"
      sentence="申请、选举、公示、登记四步走完，工会就成立了；每一步办什么写在“下一步”里。"
      action={
        <Button
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => history.push(paths.function("founding.apply"))}
        >
          建会申请
        </Button>
      }
      above={<FoundingTabs here="progress" />}
      id="founding.progress"
      label="组建进度"
      unit="个工会"
      columns={columns}
      keyOf={({ union }) => union.id}
      list={list}
      fields={fields}
      file={progressFile}
      onOpen={({ union }) => history.push(paths.union(union.id))}
      empty={{ sentence: "还没有在组建的工会", hint: "建会申请批准以后出现在这里。" }}
    />
  );
}
