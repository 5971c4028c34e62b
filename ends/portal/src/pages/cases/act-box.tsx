// Acting on a case (办理): one small dialog for every command, which says what will happen and keeps what was typed.
import { Form, Modal, Radio } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { Problem } from "../../ui/problem.ts";
import { type Facts, filledIn, withoutFacts } from "../functions/functions.ts";
import { ActFields } from "./act-fields.tsx";
import styles from "./cases.module.css";
import { type Case, type CommandKind, caseKey } from "./cases.ts";
import {
  aboutOf,
  commandOf,
  type Draft,
  emptyDraft,
  missingOf,
  openDoors,
  wordsFor,
} from "./doors.ts";
import { OpinionBox } from "./opinion-box.tsx";
import { needsRoom, StepFields, writtenAt } from "./step-fields.tsx";

interface ActBoxProps {
  readonly case: Case;
  readonly kind: CommandKind | undefined;
  readonly onClose: () => void;
}

export function ActBox({ case: shown, kind: now, onClose }: ActBoxProps) {
  const [kind, setKind] = useState<CommandKind>("agree");
  const [drafts, setDrafts] = useState<Partial<Record<CommandKind, Draft>>>({});
  const [picked, setPicked] = useState(0);
  const [form] = Form.useForm<Facts>();
  const command = useCaseCommand(shown.id, () => {
    setDrafts({});
    onClose();
  });
  const { reset } = command;
  useEffect(() => {
    if (!now) return;
    setKind(now);
    setPicked(0);
    reset();
  }, [now, reset]);
  const doors = openDoors(shown, kind);
  const door = doors[picked] ?? doors[0];
  const draft = drafts[kind] ?? emptyDraft;
  const change = (part: Partial<Draft>) =>
    setDrafts((all) => ({ ...all, [kind]: { ...(all[kind] ?? emptyDraft), ...part } }));
  const words = wordsFor(kind, door ? [door] : []);
  const missing = door ? missingOf(door, draft) : undefined;
  const groups = writtenAt(shown, door);
  const give = (facts: Facts = {}) =>
    door && !missing && command.mutate(commandOf(door, draft, filledIn(facts)));
  const send = () => {
    if (missing || command.isPending) return;
    // The form answers with what was filled in, or shows what is to be mended.
    if (groups.length > 0) form.submit();
    else give();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  };
  const problem = withoutFacts(command.error);
  const atFields = problem instanceof Problem && problem.faults.length > 0 && groups.length > 0;
  return (
    <Modal
      open={now !== undefined && door !== undefined}
      title={words.title}
      width={needsRoom(groups) ? 880 : 520}
      okText={words.verb}
      cancelText="先不办"
      confirmLoading={command.isPending}
      okButtonProps={{ disabled: missing !== undefined, title: missing ?? "" }}
      onOk={send}
      onCancel={onClose}
      destroyOnHidden
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the button does */}
      <div className={styles.decide} onKeyDown={onKeyDown}>
        <p>{words.effect}</p>
        {door && doors.length > 1 ? (
          <fieldset className={styles.to}>
            <legend>您手上有 {doors.length} 项，办哪一项</legend>
            <Radio.Group
              vertical
              value={doors.indexOf(door)}
              onChange={(event) => setPicked(event.target.value)}
              options={doors.map((one, index) => ({ value: index, label: aboutOf(shown, one) }))}
            />
          </fieldset>
        ) : null}
        {door && doors.length === 1 ? <About words={aboutOf(shown, door)} kind={kind} /> : null}
        {groups.length > 0 ? (
          <StepFields case={shown} groups={groups} form={form} problem={problem} onFacts={give} />
        ) : null}
        {door ? <ActFields case={shown} door={door} draft={draft} onDraft={change} /> : null}
        {words.ask ? (
          <OpinionBox
            title={words.ask}
            required={words.required ?? false}
            kind={kind}
            value={draft.opinion}
            onChange={(opinion) => change({ opinion })}
          />
        ) : null}
        {command.error && !atFields ? <ErrorSentence problem={problem} /> : null}
      </div>
    </Modal>
  );
}

const asked: readonly CommandKind[] = ["answer", "remove-sign"];

/** Which step it is about; of an answer, what was asked. */
function About({ words, kind }: { readonly words: string; readonly kind: CommandKind }) {
  if (words === "") return null;
  if (asked.includes(kind)) return <blockquote className={styles.asked}>{words}</blockquote>;
  return <p className={styles.optional}>步骤：{words}</p>;
}

function useCaseCommand(id: string, onDone: () => void) {
  const params = { path: { id } };
  // Kept from changing while a command is on its way: its answer belongs to the dialog that sent it.
  const done = useRef(onDone);
  done.current = onDone;
  return useCommand(
    (command: object, headers) =>
      answer(
        api.POST("/api/cases/{id}/commands", {
          params,
          body: { command: command as never },
          headers,
        }),
      ),
    { refresh: [caseKey(id), ["desk"], ["me"]], onDone: () => done.current() },
  );
}
