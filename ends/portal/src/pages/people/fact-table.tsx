// Facts of a person (人员信息): each with its source and the day it was said; masked ones open for a purpose.
import { Day, Moment } from "../../ui/day.tsx";
import { Nothing } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import { VerdictTag } from "../realname/members/words.tsx";
import styles from "./people.module.css";
import type { Person } from "./person.ts";
import { isMaskedField, UnmaskedText } from "./unmask.tsx";

type Fact = Person["facts"][number];

interface FactTableProps {
  readonly person: Person;
}

export function FactTable({ person }: FactTableProps) {
  return (
    <Section title="登记信息" sentence={<Check person={person} />}>
      <table className={styles.facts}>
        <thead>
          <tr>
            <th scope="col">信息</th>
            <th scope="col">内容</th>
            <th scope="col">来源</th>
            <th scope="col">登记日期</th>
          </tr>
        </thead>
        <tbody>
          {person.facts.map((fact) => (
            <tr key={fact.field}>
              <th scope="row">{fact.title}</th>
              <td>
                <FactText fact={fact} personId={person.personId} />
              </td>
              <td>{fact.source ?? <Nothing />}</td>
              <td>
                <Day value={fact.at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Check({ person }: FactTableProps) {
  return (
    <span className={styles.check}>
      实名核验 <VerdictTag verdict={person.verified} />
      {person.verifiedAt ? <Moment value={person.verifiedAt} /> : null}
    </span>
  );
}

function FactText({ fact, personId }: { readonly fact: Fact; readonly personId: string }) {
  const { field, title, text, masked } = fact;
  if (text === null) return <span className={styles.missing}>还没有登记</span>;
  if (!masked || !isMaskedField(field)) return text;
  return <UnmaskedText personId={personId} field={field} title={title} masked={text} />;
}
