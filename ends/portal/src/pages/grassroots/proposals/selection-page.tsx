// A selection (一次评选): what stands for election, and once it was counted, the votes of each and who has a place.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Alert } from "antd";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Facts, Section } from "../../../ui/section.tsx";
import { PageSkeleton } from "../../../ui/skeletons.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag.tsx";
import { proposalPaths } from "./addresses.ts";
import { selectionQuery, selectionTones, type WholeSelection } from "./proposals.ts";

type Nominee = WholeSelection["nominees"][number];

const tones: Record<NonNullable<Nominee["outcome"]>, Tone> = {
  chosen: "done",
  tied: "warn",
  "not-chosen": "off",
};

export function Page() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(selectionQuery(id));
  if (error && !data) return <ErrorSentence size="page" problem={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { title, state, stateName, endsDay, places, ballots, tiedCount, nominees } = data;
  const counted = ballots === null ? "截止后自动计票。" : `共收到 ${ballots} 张选票。`;
  return (
    <>
      <PageHead
        title={title}
        tag={<StatusTag tone={selectionTones[state]}>{stateName}</StatusTag>}
        sentence={`会员投票到 ${endsDay}，${nominees.length} 件里评出 ${places} 件。${counted}`}
        back={<TextLink to={proposalPaths.selections()}>优秀提案评选</TextLink>}
      />
      {tiedCount > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`有 ${tiedCount} 件票数并列、名额不够，没有定下。`}
          description="请就这几件再开一次评选，或由工会委员会讨论决定。"
        />
      ) : null}
      {nominees.map((nominee) => (
        <NomineeSection key={nominee.id} nominee={nominee} />
      ))}
    </>
  );
}

function NomineeSection({ nominee }: { readonly nominee: Nominee }) {
  const { number, title, proposer, wish, answer, votes, outcome, outcomeName } = nominee;
  return (
    <Section
      title={`${number} ${title}`}
      sentence={votes === null ? undefined : `${votes} 票`}
      actions={outcome ? <StatusTag tone={tones[outcome]}>{outcomeName}</StatusTag> : null}
    >
      <Facts
        facts={[
          { title: "提案人", value: proposer },
          { title: "建议", value: wish, wide: true },
          { title: "答复", value: answer, wide: true },
        ]}
      />
    </Section>
  );
}
