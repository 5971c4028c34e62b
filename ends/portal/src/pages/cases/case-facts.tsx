// Facts of a case (申请内容): as everybody who handles it may see them; what is masked opens with a purpose.
import { answer, api } from "../../client.ts";
import { paths } from "../../paths.ts";
import { useCommand, useMe } from "../../session.ts";
import { TextLink } from "../../ui/link.tsx";
import { Masked } from "../../ui/masked.tsx";
import { Facts, Section } from "../../ui/section.tsx";
import styles from "./cases.module.css";
import type { Case } from "./cases.ts";
import { FactTable } from "./fact-table.tsx";

type Line = Case["facts"][number]["lines"][number];

/** Texts longer than this take the whole line. */
const shortAtMost = 24;

/** Only those who handle cases may look behind the mask; applicants see their own as they gave it. */
const mayLook = ["officer", "chair", "cadre", "mediator", "lawyer"];

interface CaseFactsProps {
  readonly case: Case;
}

export function CaseFacts({ case: shown }: CaseFactsProps) {
  const { role } = useMe();
  const params = { path: { id: shown.id } };
  const unmask = useCommand(
    (body: { fields: string[]; purpose: string }, headers) =>
      answer(api.POST("/api/cases/{id}/unmask", { params, body, headers })),
    { refresh: [] },
  );
  const reveal = async (name: string, purpose: string): Promise<string> => {
    const { values } = await unmask.mutateAsync({ fields: [name], purpose });
    return values[name] ?? "";
  };
  const filled = (line: Line) => {
    if (line.table) {
      const onReveal = mayLook.includes(role) ? reveal : undefined;
      return <FactTable name={line.name} table={line.table} onReveal={onReveal} />;
    }
    if (line.files) return <Files of={shown.id} files={line.files} />;
    if (!line.masked || !mayLook.includes(role)) return line.text;
    return (
      <Masked
        masked={line.text}
        title={line.title}
        onReveal={(purpose) => reveal(line.name, purpose)}
      />
    );
  };
  const value = (line: Line) =>
    line.was === undefined ? (
      filled(line)
    ) : (
      <>
        {filled(line)}
        <span className={styles.was}>原登记：{line.was}</span>
      </>
    );
  return (
    <Section
      title="申请内容"
      actions={
        shown.personId ? <TextLink to={paths.person(shown.personId)}>这个人的档案</TextLink> : null
      }
    >
      {shown.facts.map(({ title, lines }, index) => (
        <Facts
          key={title ?? index}
          {...(title ? { title } : {})}
          facts={lines.map((line) => ({
            title: line.title,
            value: value(line),
            wide: Boolean(line.files || line.table) || line.text.length > shortAtMost,
          }))}
        />
      ))}
    </Section>
  );
}

interface FilesProps {
  /** The case they were attached to. */
  readonly of: string;
  readonly files: NonNullable<Line["files"]>;
}

function Files({ of, files }: FilesProps) {
  return (
    <ul>
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={`/api/cases/${of}/files/${encodeURIComponent(id)}`} download>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
