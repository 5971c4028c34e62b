// Code form (验证码登录): a code by text message, asked for again only after its wait is over.
import { Button, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { answer, api } from "../client.ts";
import { useCommand } from "../session.ts";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { plainFigures } from "../ui/form/rules.ts";
import { PhoneField } from "./phone-field.tsx";
import styles from "./sign-in.module.css";

interface CodeSignIn {
  readonly phone: string;
  readonly code: string;
}

interface CodeFormProps {
  readonly onSignedIn: () => unknown;
  /** Filled in from outside, as when a demo account is picked. */
  readonly phone?: string | undefined;
}

export function CodeForm({ onSignedIn, phone: filled }: CodeFormProps) {
  const [form] = Form.useForm<CodeSignIn>();
  const signIn = useCommand(
    (body: CodeSignIn, headers) =>
      answer(api.POST("/api/access/sign-in-by-code", { body, headers })),
    { refresh: [], onDone: onSignedIn },
  );
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    if (filled) form.setFieldsValue({ phone: filled });
  }, [filled, form]);
  const askPhone = async () => (await form.validateFields(["phone"])).phone;
  return (
    <Form
      form={form}
      name="code"
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => {
        setProblem(undefined);
        signIn.mutate(values, { onError: setProblem });
      }}
    >
      {problem ? (
        <div className={styles.problem}>
          <ErrorSentence problem={problem} />
        </div>
      ) : null}
      <PhoneField />
      <CodeField form="code" askPhone={askPhone} onProblem={setProblem} />
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}

interface CodeFieldProps {
  /** Name of the form it stands in. */
  readonly form: string;
  /** The phone as typed; rejects while it is not one. */
  readonly askPhone: () => Promise<string>;
  readonly onProblem: (problem: unknown) => void;
}

export function CodeField({ form, askPhone, onProblem }: CodeFieldProps) {
  const [wait, startWait] = useCountdown();
  const send = useCommand(
    (phone: string, headers) => answer(api.POST("/api/access/codes", { body: { phone }, headers })),
    { refresh: [], onDone: ({ secondsToNext }) => startWait(secondsToNext) },
  );
  const askCode = () =>
    askPhone().then(
      (phone) => {
        onProblem(undefined);
        send.mutate(phone, { onError: onProblem });
      },
      () => undefined,
    );
  const sent = send.isSuccess ? "验证码已发送，请查看短信。" : null;
  return (
    <Form.Item label="验证码" htmlFor={`${form}_code`} extra={sent}>
      <div className={styles.codeLine}>
        <Form.Item
          noStyle
          name="code"
          normalize={plainFigures}
          rules={[{ required: true, pattern: /^\d{6}$/, message: "请填写短信里的 6 位数字" }]}
          validateTrigger="onBlur"
        >
          <Input size="large" autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
        </Form.Item>
        <Button size="large" disabled={wait > 0} loading={send.isPending} onClick={askCode}>
          {wait > 0 ? `${wait} 秒后可重发` : "获取验证码"}
        </Button>
      </div>
    </Form.Item>
  );
}

/** Seconds left, and how to start them. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = window.setTimeout(() => setLeft(left - 1), 1000);
    return () => window.clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}
