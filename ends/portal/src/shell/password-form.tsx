// Password form (密码登录): phone, password and, for accounts that have it, the one-time password.
import { Button, Form, Input } from "antd";
import { useEffect } from "react";
import { answer, api } from "../client.ts";
import { useCommand } from "../session.ts";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { plainFigures } from "../ui/form/rules.ts";
import type { Credentials } from "./credentials.ts";
import { PhoneField } from "./phone-field.tsx";
import styles from "./sign-in.module.css";

interface PasswordFormProps {
  readonly onSignedIn: () => unknown;
  readonly filled?: Credentials | undefined;
}

export function PasswordForm({ onSignedIn, filled }: PasswordFormProps) {
  const [form] = Form.useForm<Credentials>();
  const signIn = useCommand(
    (body: Credentials, headers) => answer(api.POST("/api/access/sign-in", { body, headers })),
    { refresh: [], onDone: onSignedIn },
  );
  useEffect(() => {
    if (filled) form.setFieldsValue(filled);
  }, [filled, form]);
  const send = ({ phone, password, totp }: Credentials) =>
    signIn.mutate({ phone, password, ...(totp ? { totp } : {}) });
  return (
    <Form form={form} name="password" layout="vertical" requiredMark={false} onFinish={send}>
      {signIn.error ? (
        <div className={styles.problem}>
          <ErrorSentence problem={signIn.error} />
        </div>
      ) : null}
      <PhoneField />
      <Form.Item
        name="password"
        label="密码"
        rules={[{ required: true, message: "请填写密码" }]}
        validateTrigger="onBlur"
      >
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="totp"
        label="动态口令"
        extra="身份验证器上的 6 位数字，没有绑定的不用填；手机丢了的填一个备用码。"
        normalize={plainFigures}
        rules={[{ pattern: /^(\d{6}|[\dA-Z]{16})$/, message: "填 6 位动态口令，或 16 位备用码" }]}
        validateTrigger="onBlur"
      >
        <Input size="large" autoComplete="one-time-code" maxLength={40} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}
