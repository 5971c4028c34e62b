// Two records side by side (并排对照): what speaks for one person, which record stays, which facts are right; then merging.
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { PageSkeleton } from "../../../ui/skeletons.tsx";
import { qualityPaths } from "./addresses.ts";
import { Comparing } from "./comparing.tsx";
import { comparisonQuery } from "./merges.ts";

export function Page() {
  const { first = "", second = "" } = useSearch({ strict: false }) as Record<string, string>;
  const { data, error, refetch } = useQuery(comparisonQuery(first, second));
  const back = <TextLink to={qualityPaths.suspects()}>疑似重复与异常</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={refetch} action={back} />;
  }
  return (
    <>
      <PageHead
        back={back}
        title="两条记录对照"
        sentence="看看是不是同一个人。是的话，选保留哪一条、用哪一条的信息，再归并。"
      />
      <Comparing key={`${first}${second}`} comparison={data} />
    </>
  );
}
