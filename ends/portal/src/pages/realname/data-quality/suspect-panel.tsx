// Suspect panel (疑似详情): the evidence, the two records side by side, and what may be said to it.
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { paths } from "../../../paths.ts";
import { useConfirm } from "../../../ui/confirm.tsx";
import { Day, Moment } from "../../../ui/day.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { MergeOutlined, RollbackOutlined } from "../../../ui/icons.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { type Fact, Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { qualityPaths } from "./addresses.ts";
import { CompareTable } from "./compare-table.tsx";
import styles from "./data-quality.module.css";
import { Evidence } from "./evidence.tsx";
import { comparisonQuery, mergesOfQuery } from "./merges.ts";
import {
  type Suspect,
  type SuspectParty,
  suspectQuery,
  useDismiss,
  useReopen,
} from "./suspects.ts";

interface SuspectPanelProps extends PanelWays {
  readonly id: string | undefined;
}

export function SuspectPanel({ id, ...ways }: SuspectPanelProps) {
  const { data, error, refetch } = useQuery({
    ...suspectQuery(id ?? ""),
    enabled: id !== undefined,
  });
  return (
    <SidePanel
      wide
      open={id !== undefined}
      {...ways}
      title={data ? data.kindTitle : "疑似详情"}
      subtitle={data?.stateTitle}
      loading={!data}
      problem={data ? undefined : error}
      onRetry={refetch}
      actions={data ? <Acts key={data.id} suspect={data} /> : undefined}
    >
      {data ? (
        <div className={styles.panel}>
          {data.decided ? <Facts title="处理结果" facts={decidedFacts(data.decided)} /> : null}
          {data.can.merge && data.other ? (
            <SideBySide first={data.person} second={data.other} />
          ) : (
            <Apart suspect={data} />
          )}
        </div>
      ) : null}
    </SidePanel>
  );
}

const decidedFacts = ({ at, by, note }: NonNullable<Suspect["decided"]>): Fact[] => [
  { title: "谁处理", value: by },
  { title: "处理时间", value: <Moment value={at} /> },
  { title: "说明", value: note, wide: true },
];

interface Two {
  readonly first: SuspectParty;
  readonly second: SuspectParty;
}

function SideBySide({ first, second }: Two) {
  const { data, error, refetch } = useQuery(comparisonQuery(first.personId, second.personId));
  if (!data) {
    return error ? (
      <ErrorSentence problem={error} onRetry={refetch} />
    ) : (
      <LinesSkeleton count={8} />
    );
  }
  const headOf = (word: string, { personId, unionName }: SuspectParty) => (
    <span className={styles.recordHead}>
      <TextLink to={paths.person(personId)}>{word}</TextLink>
      <small>{unionName ?? "不在任何工会"}</small>
    </span>
  );
  return (
    <>
      <section>
        <h3>相似程度和依据</h3>
        <Evidence {...data} />
      </section>
      <section>
        <h3>两条记录对照</h3>
        <CompareTable
          lines={data.lines}
          heads={{ first: headOf("甲记录", first), second: headOf("乙记录", second) }}
        />
      </section>
    </>
  );
}

/** What is not a question of merging: the sentences, and whom they are about. */
function Apart({ suspect }: { readonly suspect: Suspect }) {
  const { person, other, evidence } = suspect;
  return (
    <>
      <section>
        <h3>依据</h3>
        <ul className={styles.effects}>
          {evidence.map(({ rule, say }) => (
            <li key={rule}>{say}</li>
          ))}
        </ul>
      </section>
      <Facts title={other ? "甲记录" : "会员"} facts={partyFacts(person)} />
      {other ? <Facts title="乙记录" facts={partyFacts(other)} /> : null}
    </>
  );
}

const partyFacts = (party: SuspectParty): Fact[] => [
  { title: "姓名", value: <TextLink to={paths.person(party.personId)}>{party.name}</TextLink> },
  { title: "所在工会", value: party.unionName ?? "不在任何工会" },
  { title: "证件号码", value: party.idMask },
  { title: "手机号", value: party.phoneMask },
  { title: "出生日期", value: party.birthDay ? <Day value={party.birthDay} /> : null },
];

function Acts({ suspect }: { readonly suspect: Suspect }) {
  const { id, can, person, other, state } = suspect;
  const { history } = useRouter();
  const confirm = useConfirm();
  const dismiss = useDismiss();
  const reopen = useReopen();
  const isPair = suspect.kind === "duplicate";
  const dismissing = async () => {
    const note = await confirm({
      title: isPair ? "认定这两条记录不是同一个人？" : "认定这条信息核实无误？",
      effects: [
        isPair ? "两条记录都保留，以后不再列为疑似。" : "信息保留不变，以后不再列为异常。",
        "不再因此扣质量分。以后发现认错了，可以重新列为疑似。",
      ],
      verb: isPair ? "不是同一人" : "核实无误",
      note: { title: "怎么核实的", required: true },
    });
    if (note !== undefined) dismiss.mutate({ id, note });
  };
  return (
    <>
      {dismiss.error ? <ErrorSentence problem={dismiss.error} /> : null}
      {reopen.error ? <ErrorSentence problem={reopen.error} /> : null}
      {state === "merged" && other ? <ToMerge first={person} second={other} /> : null}
      {can.reopen ? (
        <Button loading={reopen.isPending} onClick={() => reopen.mutate({ id, note: "" })}>
          重新列为疑似
        </Button>
      ) : null}
      {can.dismiss ? (
        <Button loading={dismiss.isPending} onClick={dismissing}>
          {isPair ? "不是同一人" : "核实无误"}
        </Button>
      ) : null}
      {can.merge && other ? (
        <Button
          type="primary"
          icon={<MergeOutlined />}
          onClick={() => history.push(qualityPaths.compare(person.personId, other.personId))}
        >
          是同一人，去归并
        </Button>
      ) : null}
    </>
  );
}

/** Taking a merge back is done where the merge is shown whole. */
function ToMerge({ first, second }: Two) {
  const { history } = useRouter();
  const { data } = useQuery(mergesOfQuery(first.personId, second.personId));
  return (
    <Button icon={<RollbackOutlined />} onClick={() => history.push(qualityPaths.merges(data?.id))}>
      查看或撤销归并
    </Button>
  );
}
