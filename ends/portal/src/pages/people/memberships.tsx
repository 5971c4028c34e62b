// Membership history (会籍经历): the unions a person belonged to, and every change with its reason and source.
import { paths } from "../../paths.ts";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/section.tsx";
import { Timeline, type TimelineStage } from "../../ui/timeline.tsx";
import { stateTitles } from "../realname/members/words.tsx";
import styles from "./people.module.css";
import type { Person } from "./person.ts";

type Membership = Person["memberships"][number];
type Change = Person["changes"][number];

const untilWords = ({ state, endedDay }: Membership): string =>
  endedDay ? `至 ${endedDay}` : `至今，${stateTitles[state]}`;

const stageOf = ({ id, day, kind, reason, source, note }: Change): TimelineStage => ({
  id,
  state: "done",
  title: kind,
  who: [day, reason, `来源：${source}`].filter(Boolean).join(" · "),
  note: note ?? undefined,
});

export function Memberships({ person }: { readonly person: Person }) {
  return (
    <Section title="会籍经历">
      <ul className={styles.memberships}>
        {person.memberships.map((one) => (
          <li key={one.id}>
            <TextLink to={paths.union(one.unionId)}>{one.unionName}</TextLink>
            <p>
              {one.joinedDay} {untilWords(one)}，会员号 {one.number}
            </p>
          </li>
        ))}
      </ul>
      {person.changes.length > 0 ? (
        <Timeline title="会籍变动" stages={person.changes.map(stageOf)} />
      ) : null}
    </Section>
  );
}
