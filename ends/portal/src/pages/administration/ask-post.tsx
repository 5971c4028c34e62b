// Asking for a post (申请设置岗位): who, where, as what, from when; the first password is shown once.
import { Button, Typography } from "antd";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import type { Control } from "../../ui/form/controls.tsx";
import type { FormDescription } from "../../ui/form/description.ts";
import { FieldDrawers, FormFields } from "../../ui/form/form-fields.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { dayWords } from "../../ui/words.ts";
import { UnionPicker } from "../../unions/union-picker.tsx";
import type { NewPost } from "./posts.ts";

const form: FormDescription = {
  groups: [
    {
      fields: [
        { name: "name", title: "姓名", kind: "text", required: true, maxLength: 40 },
        {
          name: "phone",
          title: "手机号",
          kind: "phone",
          required: true,
          help: "用来登录。已有账号的，新岗位加在原来的账号上。",
        },
        { name: "orgId", title: "工会", kind: "union", required: true },
        {
          name: "role",
          title: "角色",
          kind: "choice",
          required: true,
          options: [
            { value: "officer", title: "工会干事" },
            { value: "chair", title: "工会主席" },
            { value: "cadre", title: "总工会干部" },
            { value: "mediator", title: "调解员" },
            { value: "lawyer", title: "律师" },
            { value: "partner", title: "合作单位" },
          ],
        },
        {
          name: "title",
          title: "岗位名称",
          kind: "text",
          required: true,
          maxLength: 40,
          help: "例如：组织部干事。办件记录里会写这个名称。",
        },
        { name: "fromDay", title: "任职起", kind: "day", required: true },
        { name: "toDay", title: "任职止", kind: "day", help: "不填是没有期限。" },
      ],
    },
  ],
};

const UnionField: Control = ({ id, value, onChange }) => (
  <UnionPicker
    {...(id ? { id } : {})}
    title="请选择工会"
    reach="everywhere"
    value={value}
    onChange={(next) => onChange?.(next)}
  />
);

const drawers = { union: UnionField };

interface AskPostProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function AskPost({ open, onClose }: AskPostProps) {
  const ask = useCommand(
    (body: NewPost, headers) => answer(api.POST("/api/access/posts", { body, headers })),
    { refresh: [["posts"]] },
  );
  const close = () => {
    ask.reset();
    onClose();
  };
  return (
    <SidePanel
      open={open}
      onClose={close}
      title="申请设置岗位"
      subtitle="提交后由安全管理员批准，批准后才能办理。"
    >
      {ask.data ? (
        <Asked password={ask.data.password} onClose={close} />
      ) : (
        <FieldDrawers value={drawers}>
          <FormShell<NewPost>
            name="ask-post"
            initialValues={{ fromDay: dayWords(new Date()) }}
            onSubmit={(values) => ask.mutate(values)}
            submit="提交申请"
            submitting={ask.isPending}
            problem={ask.error}
          >
            <FormFields form={form} />
          </FormShell>
        </FieldDrawers>
      )}
    </SidePanel>
  );
}

interface AskedProps {
  readonly password: string | null;
  readonly onClose: () => void;
}

function Asked({ password, onClose }: AskedProps) {
  return (
    <div role="status">
      <StatusTag tone="wait">已提交，等安全管理员批准</StatusTag>
      {password ? (
        <p style={{ marginBlock: 16 }}>
          这是新账号。初始密码只显示这一次，请当面交给本人：
          <br />
          <Typography.Text copyable strong style={{ fontSize: 20, lineHeight: "40px" }}>
            {password}
          </Typography.Text>
        </p>
      ) : (
        <p style={{ marginBlock: 16 }}>本人已有账号，用原来的密码登录。</p>
      )}
      <Button onClick={onClose}>{password ? "已经记下，关闭" : "关闭"}</Button>
    </div>
  );
}
