// Local flows (本地流程): the functions whose flow a federation may fit to its own cases.
import { useQuery } from "@tanstack/react-query";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeletons.tsx";
import { StatusTag, StatusTags } from "../../ui/status-tag.tsx";
import styles from "./flows.module.css";
import { flowsQuery } from "./flows.ts";
import { OlderFlows } from "./older-flows.tsx";

export function Page() {
  const { data, error, refetch } = useQuery(flowsQuery);
  const back = <TextLink to={paths.cases()}>办件总览</TextLink>;
  if (!data) {
    if (!error) return <PageSkeleton />;
    return <ErrorSentence size="page" problem={error} onRetry={refetch} action={back} />;
  }
  return (
    <>
      <PageHead
        back={back}
        title="本地流程"
        sentence="在统一流程允许的范围内，调整本级及以下工会的审核步骤、办理人和期限。一人提出，另一人核准。"
      />
      <Section>
        {data.rows.length === 0 ? (
          <Empty sentence="没有可以调整的流程。" hint="现有事项的流程都由省里统一规定。" />
        ) : (
          <ul className={styles.list}>
            {data.rows.map(({ id, title, waits, changed }) => (
              <li key={id}>
                <TextLink to={paths.flow(id)}>{title}</TextLink>
                <StatusTags>
                  {waits ? <StatusTag tone="wait">等人核准</StatusTag> : null}
                  <StatusTag tone={changed ? "doing" : "off"} quiet>
                    {changed ? "按本地流程" : "按统一流程"}
                  </StatusTag>
                </StatusTags>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <OlderFlows />
    </>
  );
}
