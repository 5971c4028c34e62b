// A new phone number at the desk (窗口换手机号): for a member who stands here with their identity card and their new phone.
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import type { BodyAt } from "../../client.ts";
import { usePost } from "../../session.ts";
import { useCountdown } from "../../shell/code-form.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { plainFigures } from "../../ui/form/rules.ts";
import { SidePanel } from "../../ui/side-panel.tsx";

const path = "/api/membership/people/{id}/phone";
type Typed = BodyAt<typeof path>;

interface DeskPhoneProps {
  readonly personId: string;
}

export function DeskPhone({ personId }: DeskPhoneProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>换手机号</Button>
      <SidePanel
        open={open}
        onClose={close}
        title="在窗口换手机号"
        subtitle="会员丢了原来的手机号、登录不了时用。请当面核对身份证。"
      >
        <PhoneForm personId={personId} onDone={close} />
      </SidePanel>
    </>
  );
}

function PhoneForm({ personId, onDone }: DeskPhoneProps & { readonly onDone: () => void }) {
  const [form] = Form.useForm<Typed>();
  const { message } = App.useApp();
  const change = usePost(path, {
    at: { id: personId },
    refresh: [["person", personId]],
    onDone: ({ phone }) => {
      message.success(`已改为 ${phone}，本人用新手机号登录`);
      onDone();
    },
  });
  return (
    <FormShell<Typed>
      form={form}
      name="desk-phone"
      onSubmit={(typed) => change.mutate(typed)}
      submit="换成这个手机号"
      submitting={change.isPending}
      problem={change.error}
      note="原来的手机号不能再登录，已登录的设备全部退出；新旧号码都会收到短信。原因会让本人看到。"
    >
      <Form.Item
        name="phone"
        label="新的手机号"
        normalize={plainFigures}
        rules={[{ required: true, pattern: /^1\d{10}$/, message: "手机号是 1 开头的 11 位数字" }]}
      >
        <Input inputMode="tel" maxLength={20} style={{ maxWidth: 280 }} />
      </Form.Item>
      <SendCode
        personId={personId}
        askPhone={() => form.validateFields(["phone"]).then(({ phone }) => phone)}
      />
      <Form.Item
        name="code"
        label="会员新手机上的验证码"
        normalize={plainFigures}
        rules={[{ required: true, pattern: /^\d{6}$/, message: "请填写短信里的 6 位数字" }]}
      >
        <Input inputMode="numeric" maxLength={6} style={{ maxWidth: 280 }} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="原因和身份核对"
        rules={[{ required: true, min: 4, message: "请写明原因和怎样核对了身份证" }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={200}
          placeholder="例如：手机被偷，已当面核对身份证"
        />
      </Form.Item>
    </FormShell>
  );
}

interface SendCodeProps extends DeskPhoneProps {
  /** The phone as typed; rejects while it is not one. */
  readonly askPhone: () => Promise<string>;
}

function SendCode({ personId, askPhone }: SendCodeProps) {
  const [wait, startWait] = useCountdown();
  const send = usePost("/api/membership/people/{id}/phone/codes", {
    at: { id: personId },
    refresh: [],
    onDone: ({ secondsToNext }) => startWait(secondsToNext),
  });
  const ask = () =>
    askPhone().then(
      (phone) => send.mutate({ phone }),
      () => undefined,
    );
  return (
    <div style={{ marginBottom: 16 }}>
      {send.error ? <ErrorSentence problem={send.error} /> : null}
      <Button disabled={wait > 0} loading={send.isPending} onClick={ask}>
        {wait > 0 ? `已发送，${wait} 秒后可重发` : "给新手机发验证码"}
      </Button>
    </div>
  );
}
