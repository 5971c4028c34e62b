// Data quality (数据质量): a union's five measures with their formulas, their year, and its children ranked, drilling down.
import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useMe } from "../../../session.ts";
import { Moment } from "../../../ui/day.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { ReloadOutlined, RollbackOutlined } from "../../../ui/icons.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { countWords } from "../../../ui/words.ts";
import { Aspects } from "./aspects.tsx";
import { QualityTabs } from "./quality-tabs.tsx";
import { Ranking } from "./ranking.tsx";
import { type Score, scoreQuery, useRecount } from "./scores.ts";
import { Trend } from "./trend.tsx";

export function Page() {
  const { unionId } = useSearch({ strict: false }) as { unionId?: string };
  const { post } = useMe();
  const { history } = useRouter();
  const { data, error, refetch } = useQuery(scoreQuery(unionId));
  const recount = useRecount();
  const own = unionId ?? post?.org.id;
  const again = (
    <Button
      icon={<ReloadOutlined />}
      loading={recount.isPending}
      onClick={() => own && recount.mutate(own)}
    >
      立即重算
    </Button>
  );
  const up = unionId ? (
    <Button icon={<RollbackOutlined />} onClick={() => history.back()}>
      返回上一级
    </Button>
  ) : null;
  return (
    <>
      <PageHead
        title={data && unionId ? `${data.unionName}数据质量` : "数据质量"}
        sentence={data ? <Sentence score={data} /> : "会员信息是否齐全、有效、不重复、一致、及时。"}
        more={
          <>
            {up}
            {again}
          </>
        }
      />
      <QualityTabs here="scores" />
      {recount.error ? <ErrorSentence problem={recount.error} /> : null}
      {error && !data ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {data ? <Aspects score={data} /> : error ? null : <LinesSkeleton count={12} />}
      {data ? <Trend unionId={unionId} /> : null}
      {data ? <Ranking unionId={unionId} /> : null}
    </>
  );
}

const Sentence = ({ score }: { readonly score: Score }) => (
  <>
    {score.unionName}和下级的 {countWords(score.people)} 名会员（含保留会籍），
    <Moment value={score.countedAt} /> 全部计算过，每天凌晨再算。
  </>
);
