// Second factor form (开通动态口令): scan, then say what the authenticator and the phone show.
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { answer, api } from "../client.ts";
import { useCommand } from "../session.ts";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { plainFigures } from "../ui/form/rules.ts";
import { useCountdown } from "./code-form.tsx";
import { Scan } from "./scan.tsx";
import styles from "./sign-in.module.css";

interface Shown {
  readonly totp: string;
  readonly code: string;
  readonly password?: string;
}

const readOffer = () => answer(api.GET("/api/access/second-factor"));
type Offer = Awaited<ReturnType<typeof readOffer>>;

/** Asked once: every asking makes another secret, and the one that was scanned must stay on the page. */
export function SecondFactorForm({ onBound }: { readonly onBound: () => unknown }) {
  const offer = useQuery({
    queryKey: ["second-factor"],
    queryFn: readOffer,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (offer.error) return <ErrorSentence problem={offer.error} onRetry={offer.refetch} />;
  if (!offer.data) return <p aria-busy="true">正在准备动态口令…</p>;
  return <BindForm offer={offer.data} onBound={onBound} />;
}

interface BindFormProps {
  readonly offer: Offer;
  readonly onBound: () => unknown;
}

function BindForm({ offer, onBound }: BindFormProps) {
  const [problem, setProblem] = useState<unknown>();
  const bind = useCommand(
    (shown: Shown, headers) => {
      const body = { ...shown, offer: offer.offer };
      return answer(api.POST("/api/access/second-factor", { body, headers }));
    },
    { refresh: [], onDone: onBound },
  );
  return (
    <Form<Shown>
      name="second-factor"
      layout="vertical"
      requiredMark={false}
      onFinish={(shown) => {
        setProblem(undefined);
        bind.mutate(shown, { onError: setProblem });
      }}
    >
      <Scan offer={offer} />
      {problem ? (
        <div className={styles.problem}>
          <ErrorSentence problem={problem} />
        </div>
      ) : null}
      <FigureField name="totp" label="动态口令" from="身份验证器上" />
      <CodeLine phone={offer.phone} onProblem={setProblem} />
      {offer.needsPassword ? <PasswordField /> : null}
      <Button type="primary" size="large" htmlType="submit" block loading={bind.isPending}>
        开通
      </Button>
    </Form>
  );
}

interface FigureFieldProps {
  readonly name: "totp" | "code";
  readonly label?: string;
  /** Where the figures stand, as `短信里`. */
  readonly from: string;
}

function FigureField({ name, label, from }: FigureFieldProps) {
  return (
    <Form.Item
      name={name}
      {...(label ? { label } : { noStyle: true })}
      normalize={plainFigures}
      rules={[{ required: true, pattern: /^\d{6}$/, message: `请填写${from}的 6 位数字` }]}
      validateTrigger="onBlur"
    >
      <Input size="large" autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
    </Form.Item>
  );
}

interface CodeLineProps {
  readonly phone: string;
  readonly onProblem: (problem: unknown) => void;
}

function CodeLine({ phone, onProblem }: CodeLineProps) {
  const [wait, startWait] = useCountdown();
  const send = useCommand(
    (_: undefined, headers) => answer(api.POST("/api/access/second-factor/codes", { headers })),
    { refresh: [], onDone: ({ secondsToNext }) => startWait(secondsToNext) },
  );
  const askCode = () => {
    onProblem(undefined);
    send.mutate(undefined, { onError: onProblem });
  };
  return (
    <Form.Item label={`发到 ${phone} 的验证码`} htmlFor="second-factor_code">
      <div className={styles.codeLine}>
        <FigureField name="code" from="短信里" />
        <Button size="large" disabled={wait > 0} loading={send.isPending} onClick={askCode}>
          {wait > 0 ? `${wait} 秒后可重发` : "获取验证码"}
        </Button>
      </div>
    </Form.Item>
  );
}

function PasswordField() {
  return (
    <Form.Item
      name="password"
      label="设置密码"
      extra="至少 10 个字符，有大写字母、小写字母、数字、符号中的三种；以后和动态口令一起登录。"
      rules={[{ required: true, min: 10, message: "请设置一个至少 10 个字符的密码" }]}
      validateTrigger="onBlur"
    >
      <Input.Password size="large" autoComplete="new-password" />
    </Form.Item>
  );
}
