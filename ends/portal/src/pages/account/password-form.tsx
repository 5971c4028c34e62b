// Password form (修改密码): the one there is, and the new one twice, because nobody sees what is typed.
import { Form, Input } from "antd";
import { usePost } from "../../session.ts";
import { FormShell } from "../../ui/form/form-shell.tsx";
import { passwordHelp, securityQuery } from "./security.ts";

interface Typed {
  readonly old: string;
  readonly password: string;
  readonly again: string;
}

export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const change = usePost("/api/access/password", { refresh: [securityQuery.queryKey], onDone });
  return (
    <FormShell<Typed>
      name="password"
      onSubmit={({ old, password }) => change.mutate({ old, password })}
      submit="修改密码"
      submitting={change.isPending}
      problem={change.error}
      note="改好以后，别的设备都要用新密码重新登录。"
    >
      <Form.Item
        name="old"
        label="现在的密码"
        rules={[{ required: true, message: "请填写现在的密码" }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="password"
        label="新密码"
        extra={passwordHelp}
        rules={[{ required: true, min: 10, message: "请设置一个至少 10 个字符的密码" }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再填一次新密码"
        dependencies={["password"]}
        rules={[
          { required: true, message: "请再填一次新密码" },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue("password")
                ? Promise.resolve()
                : Promise.reject("两次填的不一样，请核对"),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormShell>
  );
}
