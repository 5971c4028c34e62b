// A room (业务): for rooms whose work is all cases: what may be started there, and where its cases lie.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { paths } from "../../paths.ts";
import { useMe } from "../../session.ts";
import { NotFound } from "../../shell/not-found.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PageSkeleton } from "../../ui/skeletons.tsx";
import { FunctionCards } from "./function-cards.tsx";
import { functionsQuery } from "./functions.ts";

export function Page() {
  const { platform, room } = useParams({ strict: false }) as { platform: string; room: string };
  const { menu } = useMe();
  const { data, error, refetch } = useQuery(functionsQuery);
  const path = paths.room(platform, room);
  const entry = menu.flatMap(({ rooms }) => rooms).find((one) => one.path === path);
  if (!entry) return <NotFound />;
  if (error && !data) return <ErrorSentence size="page" problem={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  const group = data.find((one) => one.platform === platform && one.room === room);
  return (
    <>
      <PageHead
        title={entry.title}
        sentence="选一个事项开始；正在办的和办过的都在工作台。"
        more={<TextLink to={paths.home()}>去工作台</TextLink>}
      />
      {group ? <FunctionCards group={{ ...group, title: "可以办的事" }} /> : <NotFound />}
    </>
  );
}
