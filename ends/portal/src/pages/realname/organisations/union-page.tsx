// A union's page (工会主页): its card alone, for links that lead to one union.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { Section } from "../../../ui/section.tsx";
import { PageSkeleton } from "../../../ui/skeletons.tsx";
import { inTree } from "./addresses.ts";
import { UnionCard, UnionState } from "./union-card.tsx";
import { cardQuery } from "./unions.ts";

export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery(cardQuery(id));
  const toTree = <TextLink to={inTree(id)}>在组织树里看</TextLink>;
  if (error && !data) return <ErrorSentence size="page" problem={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { union } = data;
  return (
    <>
      <PageHead
        back={toTree}
        title={union.name}
        tag={<UnionState state={union.state}>{union.stateName}</UnionState>}
      />
      <Section>
        <UnionCard id={id} nameless />
      </Section>
    </>
  );
}
