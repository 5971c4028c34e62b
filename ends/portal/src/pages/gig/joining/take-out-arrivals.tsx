// Taking out who came (导出扫码入会名单): the list as Excel; masked, or whole with a purpose that each person can read.
import { Button, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useListPlace } from "../../../list-state.ts";
import { useMe } from "../../../session.ts";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import { arrivalsFile, type TakeOut, useTakeOut } from "./joining.ts";

const wholeFields = [
  { value: "name", label: "姓名" },
  { value: "documentNumber", label: "证件号码" },
  { value: "phone", label: "手机号" },
] as const;
type Whole = (typeof wholeFields)[number]["value"];

/** Officers work with masked lists; whole numbers leave the house by a chair's or a cadre's hand. */
const rolesForWhole = ["chair", "cadre"];

interface TakeOutProps {
  readonly id: string;
  /** Nobody came yet. */
  readonly empty: boolean;
}

export function TakeOutArrivals({ id, empty }: TakeOutProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<DownloadOutlined />} disabled={empty} onClick={() => setOpen(true)}>
        导出名单
      </Button>
      <TakeOutBox id={id} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

interface BoxProps {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

function TakeOutBox({ id, open, onClose }: BoxProps) {
  const { filters } = useListPlace().state;
  const [whole, setWhole] = useState<Whole[]>([]);
  const [purpose, setPurpose] = useState("");
  const take = useTakeOut(id, (made) => {
    window.location.assign(arrivalsFile(made.id));
    onClose();
  });
  const start = () =>
    take.mutate({
      ...(filters.status ? { status: filters.status as TakeOut["status"] } : {}),
      ...(whole.length > 0 ? { whole, purpose: purpose.trim() } : {}),
    });
  return (
    <Modal
      open={open}
      onCancel={onClose}
      onOk={start}
      title="导出扫码入会名单"
      okText="导出"
      cancelText="先不导出"
      confirmLoading={take.isPending}
      okButtonProps={{ disabled: whole.length > 0 && purpose.trim().length < 2 }}
      destroyOnHidden
    >
      <p>按列表现在的筛选条件生成 Excel，姓名和号码默认脱敏。</p>
      <WholeFields whole={whole} onWhole={setWhole} purpose={purpose} onPurpose={setPurpose} />
      {take.error ? <ErrorSentence problem={take.error} /> : null}
    </Modal>
  );
}

interface WholeFieldsProps {
  readonly whole: Whole[];
  readonly onWhole: (whole: Whole[]) => void;
  readonly purpose: string;
  readonly onPurpose: (purpose: string) => void;
}

function WholeFields({ whole, onWhole, purpose, onPurpose }: WholeFieldsProps) {
  const mayWhole = rolesForWhole.includes(useMe().role);
  const why = "您的岗位只能导出脱敏名单；需要完整信息的，请工会主席办理。";
  return (
    <Form layout="vertical" component="div">
      <Form.Item label="需要完整写出的信息" extra={mayWhole ? undefined : why}>
        <Checkbox.Group<Whole>
          disabled={!mayWhole}
          options={[...wholeFields]}
          value={whole}
          onChange={onWhole}
        />
      </Form.Item>
      {whole.length > 0 ? (
        <Form.Item
          label="用途"
          htmlFor="arrivals-purpose"
          extra="会逐人留下查看记录，本人能看到是谁、何时、为何查看。"
        >
          <Input
            id="arrivals-purpose"
            placeholder="例如：制作会员证"
            maxLength={200}
            value={purpose}
            onChange={(event) => onPurpose(event.target.value)}
          />
        </Form.Item>
      ) : null}
    </Form>
  );
}
