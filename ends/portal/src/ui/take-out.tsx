// Taking out a list of people (导出名单): as Excel, masked, or with whole numbers for a purpose that each person can read.
import { Button, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { ErrorSentence } from "./error-sentence.tsx";
import { DownloadOutlined } from "./icons.tsx";

interface Chosen<Whole extends string> {
  /** What is to be written out whole; everything else stays masked. */
  readonly whole: Whole[];
  /** Stands there when something is whole. */
  readonly purpose?: string;
}

interface TakeOutProps<Whole extends string> {
  /** On the button in the page. */
  readonly word: string;
  /** Nobody is on the list. */
  readonly empty: boolean;
  readonly title: string;
  /** On the button that does it. */
  readonly verb: string;
  /** What can be written out whole. */
  readonly fields: readonly { readonly value: Whole; readonly label: string }[];
  /** Whole numbers leave the house by a chair's or a cadre's hand; others take the masked list. */
  readonly mayWhole: boolean;
  /** A purpose somebody might have here. */
  readonly example: string;
  /** Makes the file; `close` is for when it is made. */
  readonly onTake: (chosen: Chosen<Whole>, close: () => void) => void;
  readonly pending: boolean;
  readonly problem: unknown;
}

export function TakeOut<Whole extends string>(props: TakeOutProps<Whole>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<DownloadOutlined />} disabled={props.empty} onClick={() => setOpen(true)}>
        {props.word}
      </Button>
      <Box {...props} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

interface BoxProps<Whole extends string> extends TakeOutProps<Whole> {
  readonly open: boolean;
  readonly onClose: () => void;
}

function Box<Whole extends string>(props: BoxProps<Whole>) {
  const { open, onClose, title, verb, onTake, pending, problem } = props;
  const [whole, setWhole] = useState<Whole[]>([]);
  const [purpose, setPurpose] = useState("");
  const words = purpose.trim();
  const needed = whole.length > 0;
  return (
    <Modal
      open={open}
      onCancel={onClose}
      onOk={() => onTake(needed ? { whole, purpose: words } : { whole }, onClose)}
      title={title}
      okText={verb}
      cancelText="先不导出"
      confirmLoading={pending}
      okButtonProps={{ disabled: needed && words.length < 2 }}
      destroyOnHidden
    >
      <p>按列表现在的筛选条件生成 Excel，姓名和号码默认脱敏。</p>
      <Form layout="vertical" style={{ marginTop: 16 }} component="div">
        <WholeFields {...props} whole={whole} onWhole={setWhole} />
        {needed ? <Purpose {...props} purpose={purpose} onPurpose={setPurpose} /> : null}
      </Form>
      {problem ? <ErrorSentence problem={problem} /> : null}
    </Modal>
  );
}

interface WholeProps<Whole extends string>
  extends Pick<TakeOutProps<Whole>, "fields" | "mayWhole"> {
  readonly whole: Whole[];
  readonly onWhole: (whole: Whole[]) => void;
}

function WholeFields<Whole extends string>({
  fields,
  mayWhole,
  whole,
  onWhole,
}: WholeProps<Whole>) {
  const why = "您的岗位只能导出脱敏名单；需要完整信息的，请工会主席办理。";
  return (
    <Form.Item label="需要完整写出的信息" extra={mayWhole ? undefined : why}>
      <Checkbox.Group<Whole>
        disabled={!mayWhole}
        options={[...fields]}
        value={whole}
        onChange={onWhole}
      />
    </Form.Item>
  );
}

interface PurposeProps {
  readonly example: string;
  readonly purpose: string;
  readonly onPurpose: (purpose: string) => void;
}

const Purpose = ({ example, purpose, onPurpose }: PurposeProps) => (
  <Form.Item
    label="用途"
    htmlFor="take-out-purpose"
    extra="会逐人留下查看记录，本人能看到是谁、何时、为何查看。"
  >
    <Input
      id="take-out-purpose"
      placeholder={`例如：${example}`}
      maxLength={200}
      value={purpose}
      onChange={(event) => onPurpose(event.target.value)}
    />
  </Form.Item>
);
