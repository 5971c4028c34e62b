// Functions with cases on an earlier flow (按旧流程在办): each leads to where they are brought to the flow of today.
import { useQuery } from "@tanstack/react-query";
import { paths } from "../../paths.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/section.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { countWords } from "../../ui/words.ts";
import styles from "./flows.module.css";
import { movesListQuery } from "./moves.ts";

export function OlderFlows() {
  const { data, error, refetch } = useQuery(movesListQuery);
  if (error) return <ErrorSentence size="block" problem={error} onRetry={refetch} />;
  if (!data || data.rows.length === 0) return null;
  return (
    <Section
      title="按旧流程在办的办件"
      sentence="流程更新以后，在办件仍按提交时的流程办理。需要一并改过来的，可以转入今天的流程。"
    >
      <ul className={styles.list}>
        {data.rows.map(({ id, title, cases, running }) => (
          <li key={id}>
            <TextLink to={paths.flowMoves(id)}>{title}</TextLink>
            <StatusTag tone={running ? "doing" : "wait"} quiet>
              {running ? "正在转入" : `${countWords(cases)} 件`}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
