// Code form (验证码登录): a code by text message, asked for again only after its wait is over.
import { Button, Form, Input } from "antd";
import type { Rule } from "antd/es/form";
import { useEffect, useState } from "react";
import { answer, api } from "../client.ts";
import { useCommand } from "../session.ts";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { plainFigures } from "../ui/form/rules.ts";
import styles from "./sign-in.module.css";

export const phoneRules: Rule[] = [
  { required: true, message: "请填写手机号" },
  { pattern: /^1\d{10}$/, message: "手机号是 1 开头的 11 位数字，请核对" },
];

interface CodeSignIn {
  readonly phone: string;
  readonly code: string;
}

export function CodeForm({ onSignedIn }: { readonly onSignedIn: () => unknown }) {
  const [form] = Form.useForm<CodeSignIn>();
  const [wait, startWait] = useCountdown();
  const send = useCommand(
    (phone: string, headers) => answer(api.POST("/api/access/codes", { body: { phone }, headers })),
    { refresh: [], onDone: ({ secondsToNext }) => startWait(secondsToNext) },
  );
  const signIn = useCommand(
    (body: CodeSignIn, headers) =>
      answer(api.POST("/api/access/sign-in-by-code", { body, headers })),
    { refresh: [], onDone: onSignedIn },
  );
  const askCode = async () => {
    const { phone } = await form.validateFields(["phone"]);
    signIn.reset();
    send.mutate(phone);
  };
  const problem = signIn.error ?? send.error;
  return (
    <Form
      form={form}
      name="code"
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => signIn.mutate(values)}
    >
      {problem ? (
        <div className={styles.problem}>
          <ErrorSentence problem={problem} />
        </div>
      ) : null}
      <Form.Item
        name="phone"
        label="手机号"
        rules={phoneRules}
        normalize={plainFigures}
        validateTrigger="onBlur"
      >
        <Input size="large" autoComplete="username" inputMode="tel" maxLength={20} />
      </Form.Item>
      <Form.Item
        label="验证码"
        htmlFor="code_code"
        extra={send.isSuccess ? "验证码已发送，请查看短信。" : null}
      >
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
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}

/** Seconds left, and how to start them. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = window.setTimeout(() => setLeft(left - 1), 1000);
    return () => window.clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}
