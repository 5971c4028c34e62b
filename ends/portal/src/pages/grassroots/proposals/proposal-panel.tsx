// A proposal beside its list (提案详情): what is proposed, who seconds it, what was answered and how it was rated.
import { useQuery } from "@tanstack/react-query";
import { paths } from "../../../paths.ts";
import { TextLink } from "../../../ui/link.tsx";
import { Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { proposalQuery, stateTone, type WholeProposal } from "./proposals.ts";

interface ProposalPanelProps extends PanelWays {
  readonly id: string | undefined;
}

/** Of one that has ended, there is only the course to be read. */
const caseWords = (proposal: WholeProposal): string =>
  ["done", "off"].includes(stateTone(proposal)) ? "看办件全过程" : "看办件，办理这一步";

export function ProposalPanel({ id, ...ways }: ProposalPanelProps) {
  const query = useQuery({ ...proposalQuery(id ?? ""), enabled: id !== undefined });
  const { data } = query;
  return (
    <SidePanel
      open={id !== undefined}
      title={data?.title ?? "提案"}
      subtitle={data ? <StatusTag tone={stateTone(data)}>{data.stateName}</StatusTag> : undefined}
      loading={!data}
      problem={data ? undefined : query.error}
      onRetry={query.refetch}
      actions={data ? <TextLink to={paths.case(data.id)}>{caseWords(data)}</TextLink> : null}
      {...ways}
    >
      {data ? <Whole proposal={data} /> : null}
    </SidePanel>
  );
}

function Whole({ proposal }: { readonly proposal: WholeProposal }) {
  const { seconders, answers, merged, mergedInto } = proposal;
  return (
    <>
      <Facts
        facts={[
          { title: "提案号", value: proposal.number },
          { title: "提案人", value: proposal.proposer },
          { title: "类别", value: proposal.categoryName },
          { title: "工会", value: proposal.union.name },
          { title: "提出日期", value: proposal.madeDay },
          { title: "征集活动", value: proposal.campaign },
          { title: "案由", value: proposal.why, wide: true },
          { title: "建议", value: proposal.wish, wide: true },
        ]}
      />
      <Facts
        title={`附议（至少 ${proposal.least} 位）`}
        facts={seconders.map(({ name, stateName }, nth) => ({
          title: `${nth + 1}. ${name}`,
          value: stateName,
        }))}
      />
      {answers.map((one) => (
        <Facts
          key={one.round}
          title={one.round === 1 ? "答复" : "重新答复"}
          facts={[
            { title: "承办部门", value: one.department },
            { title: "审定日期", value: one.approvedDay },
            { title: "办理结果", value: one.resultName },
            { title: "提案人评价", value: one.satisfactionName },
            { title: "答复内容", value: one.words, wide: true },
            ...(one.remark ? [{ title: "不满意的原因", value: one.remark, wide: true }] : []),
          ]}
        />
      ))}
      {mergedInto ? (
        <Facts
          title="并入"
          facts={[{ title: mergedInto.number, value: mergedInto.title, wide: true }]}
        />
      ) : null}
      {merged.length > 0 ? (
        <Facts
          title="并进来的提案"
          facts={merged.map(({ title, proposer }) => ({ title: proposer, value: title }))}
        />
      ) : null}
    </>
  );
}
