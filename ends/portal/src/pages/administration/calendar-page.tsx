// Holiday arrangements (放假安排): which years are known, and loading the next one's notice.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { PlusOutlined } from "../../ui/icons.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Facts, Section } from "../../ui/section.tsx";
import { LinesSkeleton } from "../../ui/skeletons.tsx";
import { dayWords } from "../../ui/words.ts";
import { spansWords, type Year, type Years, yearsQuery } from "./calendar.ts";
import { LoadNotice } from "./load-notice.tsx";

export function Page() {
  const [loading, setLoading] = useState(false);
  const { data, error, refetch } = useQuery(yearsQuery);
  return (
    <>
      <PageHead
        title="放假安排"
        sentence="工作日和期限按国务院每年公布的放假安排推算，一般 11 月公布下一年的。"
        action={
          data?.may ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setLoading(true)}>
              装入放假安排
            </Button>
          ) : undefined
        }
      />
      {error ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {data || error ? null : <LinesSkeleton count={8} />}
      {data ? <Ahead years={data} /> : null}
      {data?.rows.map((year) => (
        <KnownYear key={year.year} year={year} />
      ))}
      {data ? (
        <LoadNotice open={loading} year={data.announcedTo + 1} onClose={() => setLoading(false)} />
      ) : null}
    </>
  );
}

/** What becomes of terms that reach beyond the last announced year. */
function Ahead({ years: { announcedTo, countedTo, may } }: { readonly years: Years }) {
  const next = announcedTo + 1;
  return (
    <Section title={`${next} 年还没有装入`}>
      <p>
        {`跨到 ${next} 年的期限，暂按周末和法定节假日推算（不算调休），页面上会注明；装入以后自动重算。`}
        {`这样最远推算到 ${countedTo} 年，再往后的期限不能办理。`}
        {may ? "" : "放假安排由最上级工会的系统管理员装入。"}
      </p>
    </Section>
  );
}

function KnownYear({ year }: { readonly year: Year }) {
  const { off, makeUp, source, loadedAt, workdays } = year;
  return (
    <Section title={`${year.year} 年`} sentence={source}>
      <Facts
        facts={[
          { title: "放假", value: spansWords(year.year, off), wide: true },
          { title: "调休上班", value: spansWords(year.year, makeUp), wide: true },
          { title: "全年工作日", value: `${workdays} 天` },
          { title: "装入", value: loadedAt ? dayWords(loadedAt) : "随系统带来" },
        ]}
      />
    </Section>
  );
}
