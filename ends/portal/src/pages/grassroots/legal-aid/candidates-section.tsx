// Candidates (推荐律师): who may be assigned, best first and why; who has to do with the other side cannot be.
import { useQuery } from "@tanstack/react-query";
import { App, Button, List } from "antd";
import { useConfirm } from "../../../ui/confirm.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { Section } from "../../../ui/section.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { legalAidPaths } from "./addresses.ts";
import { type Candidate, candidatesQuery, useAssign, type WholeMatter } from "./legal-aid.ts";

interface SectionProps {
  readonly matter: WholeMatter;
  readonly assigning: NonNullable<WholeMatter["assigning"]>;
}

export function CandidatesSection({ matter, assigning }: SectionProps) {
  const { data, error, refetch } = useQuery(candidatesQuery(matter.id));
  const { message } = App.useApp();
  const assign = useAssign(assigning);
  const confirm = useConfirm();
  const choose = ({ post, name }: Candidate) =>
    confirm({
      title: `指派${name}律师？`,
      effects: [`${name}律师一个工作日内表示接受，或者说明不能办的原因退回来。`],
      verb: "指派",
      run: () =>
        assign.mutateAsync(post, {
          onSuccess: () => message.success(`已指派${name}律师，等他接受。`),
        }),
    });
  return (
    <Section title="指派律师" sentence="先看有没有利益冲突，再看专长、离职工远近和在办的件数。">
      {error && !data ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <LinesSkeleton count={4} /> : null}
      {data?.length === 0 ? <NoLawyer /> : null}
      {data && data.length > 0 ? <Ranked rows={data} onChoose={choose} /> : null}
    </Section>
  );
}

const NoLawyer = () => (
  <Empty
    sentence="本地和上级都还没有登记援助律师"
    action={<TextLink to={legalAidPaths.lawyers()}>去登记律师</TextLink>}
  />
);

interface RankedProps {
  readonly rows: readonly Candidate[];
  readonly onChoose: (candidate: Candidate) => void;
}

const Ranked = ({ rows, onChoose }: RankedProps) => (
  <List
    dataSource={[...rows]}
    rowKey={({ post }) => post}
    renderItem={(candidate, nth) => (
      <List.Item
        actions={
          candidate.barred
            ? [
                <StatusTag key="barred" tone="off">
                  有利益冲突
                </StatusTag>,
              ]
            : [
                <Button
                  key="assign"
                  type={nth === 0 ? "primary" : "default"}
                  onClick={() => onChoose(candidate)}
                >
                  指派
                </Button>,
              ]
        }
      >
        <List.Item.Meta
          title={`${candidate.name}（${candidate.firm}）`}
          description={candidate.words}
        />
      </List.Item>
    )}
  />
);
