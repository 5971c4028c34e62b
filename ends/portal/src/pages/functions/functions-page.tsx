// Functions (办事): what this post may apply for, found by the worker's own words, pinyin or initials.
import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Input } from "antd";
import { paths, withSearch } from "../../paths.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { LinesSkeleton } from "../../ui/skeletons.tsx";
import { FunctionCards } from "./function-cards.tsx";
import styles from "./functions.module.css";
import { functionsQuery, searchFunctions } from "./functions.ts";

export function Page() {
  const { q = "" } = useSearch({ strict: false }) as { q?: string };
  const { history } = useRouter();
  const { data, error, refetch } = useQuery(functionsQuery);
  const found = data ? searchFunctions(data, q) : [];
  return (
    <>
      <PageHead
        back={<TextLink to={paths.home()}>工作台</TextLink>}
        title="办事"
        sentence="选一个事项开始。填到一半离开，草稿会留着。"
      />
      <Input.Search
        className={styles.search ?? ""}
        allowClear
        aria-label="找事项"
        placeholder="想办什么？例如：入会、改名称、rhsq"
        value={q}
        onChange={(event) =>
          history.replace(withSearch(paths.functions(), { q: event.target.value }))
        }
      />
      {error && !data ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {!data && !error ? <LinesSkeleton count={6} /> : null}
      {data && found.length === 0 ? (
        <Empty
          sentence={q ? `没有找到“${q}”` : "这个岗位没有可以申请的事项"}
          hint={
            q ? "换一个说法试试，或清空后从全部事项里找。" : "如果您有别的岗位，请在右上角切换。"
          }
        />
      ) : null}
      {found.map((group) => (
        <FunctionCards key={group.room} group={group} />
      ))}
    </>
  );
}
