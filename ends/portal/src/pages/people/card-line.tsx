// The card line (电子会员卡): whether a member has a card, since when, and when it was last found valid.
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import { Day, Moment } from "../../ui/day.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { Facts, Section } from "../../ui/section.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import styles from "./people.module.css";

const readCard = (id: string) =>
  answer(api.GET("/api/card/people/{id}", { params: { path: { id } } }));

export function CardLine({ personId }: { readonly personId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["person", personId, "card"],
    queryFn: () => readCard(personId),
  });
  if (error && !data) return <ErrorSentence problem={error} onRetry={refetch} />;
  if (!data) return null;
  const { card } = data;
  return (
    <Section title="电子会员卡">
      {card ? (
        <Facts
          facts={[
            {
              title: "状态",
              value: <StatusTag tone={card.living ? "done" : "off"}>{card.says}</StatusTag>,
            },
            { title: "领取", value: <Day value={card.issuedAt} /> },
            { title: "最近验证有效", value: <Moment value={card.lastCheckedAt} since /> },
          ]}
        />
      ) : (
        <p className={styles.missing}>还没有领取。会员登录手机端即可领取。</p>
      )}
    </Section>
  );
}
