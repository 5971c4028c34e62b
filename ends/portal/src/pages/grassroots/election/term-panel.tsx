// One union's committees (委员会名册): the term that runs and those before it, seat by seat, with what may be applied for.
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { App, Button } from "antd";
import { paths } from "../../../paths.ts";
import { Empty } from "../../../ui/empty.tsx";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { TextLink } from "../../../ui/link.tsx";
import { Facts } from "../../../ui/section.tsx";
import { type PanelWays, SidePanel } from "../../../ui/side-panel.tsx";
import { dayWords } from "../../../ui/words.ts";
import styles from "./election.module.css";
import { type Committees, committeesQuery, type Term, useRemind } from "./election.ts";
import { TermTag } from "./term-tag.tsx";

interface PanelProps {
  readonly term: Term | undefined;
  readonly ways: PanelWays;
}

export function TermPanel({ term, ways }: PanelProps) {
  const id = term?.union.id ?? "";
  const { data, error, refetch } = useQuery({ ...committeesQuery(id), enabled: id !== "" });
  return (
    <SidePanel
      open={term !== undefined}
      title={term?.union.name ?? ""}
      subtitle={term ? <TermTag term={term} /> : null}
      loading={!data}
      problem={error}
      onRetry={refetch}
      actions={term ? <Actions term={term} /> : null}
      {...ways}
    >
      {term ? <TermFacts term={term} /> : null}
      {data ? <Book committees={data} /> : null}
    </SidePanel>
  );
}

function Actions({ term: { union, renewal } }: { readonly term: Term }) {
  const { history } = useRouter();
  const { message } = App.useApp();
  const remind = useRemind(union.id, ({ told }) => message.success(`已告知 ${told} 人`));
  return (
    <>
      {remind.error ? <ErrorSentence problem={remind.error} /> : null}
      <Button onClick={() => remind.mutate(undefined)} loading={remind.isPending}>
        现在提醒
      </Button>
      <Button onClick={() => history.push(paths.union(union.id))}>工会信息</Button>
      {renewal ? (
        <Button onClick={() => history.push(paths.case(renewal.id))}>看换届申请</Button>
      ) : null}
    </>
  );
}

function TermFacts({ term }: { readonly term: Term }) {
  const { endDay, left, extended, reminders, parentName, renewal } = term;
  const told = reminders.map(({ ahead, late, day, told: people }) => (
    <div key={ahead}>
      {late ? "届满后" : `提前 ${ahead} 天`}：{dayWords(day)}，告知 {people} 人
    </div>
  ));
  const end =
    endDay === null
      ? null
      : `${dayWords(endDay)}${extended ? "（已延期）" : ""}${left !== null && left < 0 ? `，超期 ${-left} 天` : ""}`;
  return (
    <Facts
      facts={[
        { title: "届满", value: end },
        { title: "上级工会", value: parentName },
        { title: "提醒", value: told.length > 0 ? told : "还没有提醒过", wide: true },
        ...(renewal
          ? [
              {
                title: "换届申请",
                value: <TextLink to={paths.case(renewal.id)}>{renewal.number}</TextLink>,
                wide: true,
              },
            ]
          : []),
      ]}
    />
  );
}

type ShownTerm = Committees["terms"][number];

function Book({ committees: { terms } }: { readonly committees: Committees }) {
  if (terms.length === 0) {
    return <Empty sentence="没有届次记录" hint="办完一次“换届申请”，委员会就登记在这里。" />;
  }
  return terms.map((term) => <OneTerm key={term.number} term={term} />);
}

const spanWords = ({ fromDay, toDay, extendedTo, endedDay }: ShownTerm): string =>
  `${dayWords(fromDay)} 至 ${dayWords(endedDay ?? extendedTo ?? toDay)}${endedDay ? "" : "（本届）"}`;

function OneTerm({ term }: { readonly term: ShownTerm }) {
  return (
    <section className={styles.term}>
      <h3>
        第 {term.number} 届<small>{spanWords(term)}</small>
      </h3>
      {term.bodies.length === 0 ? (
        <p className={styles.unknown}>
          {term.chair ? `主席 ${term.chair}；` : ""}委员名单没有登记。
        </p>
      ) : null}
      {term.bodies.map(({ title, seats }) => (
        <table key={title} className={styles.seats}>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th>职务</th>
              <th>姓名</th>
              <th>得票</th>
              <th>任职</th>
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <tr
                key={`${seat.officeTitle} ${seat.name} ${seat.fromDay}`}
                data-past={seat.toDay !== null}
              >
                <td>{seat.officeTitle}</td>
                <td>{seat.name}</td>
                <td>{seat.votes ?? "—"}</td>
                <td>
                  {dayWords(seat.fromDay)}
                  {seat.toDay ? ` 至 ${dayWords(seat.toDay)}` : " 起"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
