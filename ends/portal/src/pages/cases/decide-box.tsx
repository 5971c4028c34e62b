// Deciding (办理): the words that go with a command, what it will bring about, and where a case is returned to.
import { Input, Modal, Radio } from "antd";
import { useEffect, useId, useState } from "react";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import styles from "./cases.module.css";
import { type Case, type CaseDoor, type CommandKind, caseKey } from "./cases.ts";

type OpenDoor = Extract<CaseDoor, { open: true }>;

interface Words {
  readonly title: string;
  readonly effect: string;
  /** What is asked for; needed where `required`. */
  readonly ask: string;
  readonly required?: true;
  readonly verb: string;
}

const words: Record<CommandKind, Words> = {
  submit: { title: "提交", effect: "提交后由工会办理。", ask: "说明", verb: "提交" },
  resubmit: { title: "重新提交", effect: "从退回的一步接着办。", ask: "说明", verb: "重新提交" },
  agree: {
    title: "同意这件申请？",
    effect: "同意后进入下一步；这是最后一步时，办件随即生效，不能撤回。",
    ask: "意见",
    verb: "同意",
  },
  return: {
    title: "退回这件申请？",
    effect: "对方会收到通知和您写的原因，改好后再提交上来。",
    ask: "要改什么",
    required: true,
    verb: "退回",
  },
  reject: {
    title: "不予通过？",
    effect: "办件到此结束，申请人会看到您写的原因；条件具备后可以另行申请。",
    ask: "原因",
    required: true,
    verb: "不予通过",
  },
  withdraw: {
    title: "撤回这件申请？",
    effect: "撤回后不再办理；需要时可以重新申请。",
    ask: "原因",
    verb: "撤回",
  },
  urge: {
    title: "催办？",
    effect: "会给正在办理的人发一条通知，一天只能催一次。",
    ask: "想说的话",
    verb: "催办",
  },
};

const applicant = "";
const reasonAtLeast = 2;
const longest = 500;

interface DecideBoxProps {
  readonly case: Case;
  readonly door: OpenDoor | undefined;
  readonly onClose: () => void;
}

export function DecideBox({ case: shown, door, onClose }: DecideBoxProps) {
  const id = useId();
  const [opinion, setOpinion] = useState("");
  const [to, setTo] = useState(applicant);
  const params = { path: { id: shown.id } };
  const command = useCommand(
    (body: { command: never }, headers) =>
      answer(api.POST("/api/cases/{id}/commands", { params, body, headers })),
    { refresh: [caseKey(shown.id), ["desk"], ["me"]], onDone: onClose },
  );
  const { reset } = command;
  useEffect(() => {
    if (!door) return;
    setOpinion("");
    setTo(applicant);
    reset();
  }, [door, reset]);
  const said = opinion.trim();
  const { title, effect, ask, required, verb } = words[door?.command ?? "agree"];
  const send = () => door && command.mutate({ command: commandOf(door, said, to) as never });
  return (
    <Modal
      open={door !== undefined}
      title={title}
      okText={verb}
      cancelText="先不办"
      confirmLoading={command.isPending}
      okButtonProps={{ disabled: required === true && said.length < reasonAtLeast }}
      onOk={send}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className={styles.decide}>
        <p>{effect}</p>
        {door?.to && door.to.length > 0 ? (
          <fieldset className={styles.to}>
            <legend>退回给谁</legend>
            <Radio.Group
              vertical
              value={to}
              onChange={(event) => setTo(event.target.value)}
              options={[
                { value: applicant, label: "申请人" },
                ...door.to.map((step) => ({ value: step.node, label: step.title })),
              ]}
            />
          </fieldset>
        ) : null}
        <label htmlFor={id}>
          {ask}
          {required ? null : <span className={styles.optional}>（选填）</span>}
        </label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3, maxRows: 8 }}
          showCount
          maxLength={longest}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
        {command.error ? <ErrorSentence problem={command.error} /> : null}
      </div>
    </Modal>
  );
}

const commandOf = ({ command: kind, task }: OpenDoor, opinion: string, to: string) => ({
  kind,
  ...(task === undefined ? {} : { task }),
  ...(opinion ? { opinion } : {}),
  ...(kind === "return" && to !== applicant ? { to } : {}),
});
