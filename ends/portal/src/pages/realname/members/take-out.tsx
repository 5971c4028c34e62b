// Taking out a roster (名册导出): the members the list shows, as Excel; masked, or whole with a purpose that is kept.
import { Button, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import type { paths as Paths } from "../../../api.d.ts";
import { answer, api } from "../../../client.ts";
import { useCommand, useMe } from "../../../session.ts";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { DownloadOutlined } from "../../../ui/icons.tsx";
import type { ListState } from "../../../ui/list.ts";
import { countWords } from "../../../ui/words.ts";

type Wanted = NonNullable<
  Paths["/api/roster/exports"]["post"]["requestBody"]
>["content"]["application/json"];

const wholeFields = [
  { value: "name", label: "姓名" },
  { value: "documentNumber", label: "证件号码" },
  { value: "phone", label: "手机号" },
  { value: "household", label: "户籍所在地" },
] as const;
type Whole = (typeof wholeFields)[number]["value"];

/** Officers work with masked rosters; whole numbers leave the house by a chair's or a cadre's hand. */
const rolesForWhole = ["chair", "cadre"];

/** The URL's words as the command's body: what is not text there becomes what it is. */
function bodyOf(filters: ListState["filters"]): Partial<Wanted> {
  const { gig, ...rest } = filters;
  return { ...rest, ...(gig ? { gig: gig === "true" } : {}) } as Partial<Wanted>;
}

interface TakeOutProps {
  readonly filters: ListState["filters"];
  readonly total: number | undefined;
}

export function TakeOut({ filters, total = 0 }: TakeOutProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<DownloadOutlined />} disabled={total === 0} onClick={() => setOpen(true)}>
        导出
      </Button>
      <TakeOutBox open={open} filters={filters} total={total} onClose={() => setOpen(false)} />
    </>
  );
}

interface BoxProps extends Required<TakeOutProps> {
  readonly open: boolean;
  readonly total: number;
  readonly onClose: () => void;
}

function TakeOutBox({ open, filters, total, onClose }: BoxProps) {
  const [whole, setWhole] = useState<Whole[]>([]);
  const [purpose, setPurpose] = useState("");
  const take = useCommand(
    (body: Partial<Wanted>, headers) =>
      answer(api.POST("/api/roster/exports", { body: body as Wanted, headers })),
    {
      refresh: [],
      onDone: ({ id }) => {
        window.location.assign(`/api/roster/exports/${id}/file`);
        onClose();
      },
    },
  );
  const start = () =>
    take.mutate({
      ...bodyOf(filters),
      whole,
      ...(whole.length > 0 ? { purpose: purpose.trim() } : {}),
    });
  return (
    <Modal
      open={open}
      onCancel={onClose}
      onOk={start}
      title={`导出 ${countWords(total)} 名会员`}
      okText={`导出 ${countWords(total)} 人`}
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
  const { role } = useMe();
  const mayWhole = rolesForWhole.includes(role);
  const why = "您的岗位只能导出脱敏名册；需要完整信息的，请工会主席办理。";
  return (
    <Form layout="vertical" style={{ marginTop: 16 }} component="div">
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
          htmlFor="take-out-purpose"
          extra="会逐人留下查看记录，会员本人能看到是谁、何时、为何查看。"
        >
          <Input
            id="take-out-purpose"
            placeholder="例如：办理 2026 年医疗互助续保"
            maxLength={200}
            value={purpose}
            onChange={(event) => onPurpose(event.target.value)}
          />
        </Form.Item>
      ) : null}
    </Form>
  );
}
