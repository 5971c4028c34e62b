// A person's page (会员档案): what is known of them, from whom and since when; their membership; who looked and why.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { paths } from "../../paths.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { TextLink } from "../../ui/link.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { PageSkeleton } from "../../ui/skeletons.tsx";
import { StateTag } from "../realname/members/words.tsx";
import { CardLine } from "./card-line.tsx";
import { DeskPhone } from "./desk-phone.tsx";
import { FactTable } from "./fact-table.tsx";
import { Looks } from "./looks.tsx";
import { Memberships } from "./memberships.tsx";
import styles from "./people.module.css";
import { personQuery } from "./person.ts";

const toRoster = <TextLink to={paths.room("realname", "roster")}>返回会员名册</TextLink>;

export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const { data: person, error, refetch } = useQuery(personQuery(id));
  if (error && !person) {
    return <ErrorSentence size="page" problem={error} onRetry={refetch} action={toRoster} />;
  }
  if (!person) return <PageSkeleton />;
  return (
    <>
      <PageHead
        back={toRoster}
        title={person.name}
        tag={<StateTag state={person.state} />}
        more={
          <>
            <DeskPhone personId={person.personId} />
            <PrintButton />
          </>
        }
        sentence={
          <>
            <TextLink to={paths.union(person.unionId)}>{person.unionName}</TextLink>
            ，会员号 {person.number}
          </>
        }
      />
      <div className={styles.page}>
        <FactTable person={person} />
        <aside className={styles.aside}>
          <Memberships person={person} />
          <CardLine personId={person.personId} />
          <Looks looks={person.looks} />
        </aside>
      </div>
    </>
  );
}
