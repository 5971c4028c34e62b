// Redeem form (凭重置单登录): the slip from the security administrator, a code on the phone, and a new password.
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { usePost } from "../session.ts";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { CodeField } from "./code-form.tsx";
import { PhoneField } from "./phone-field.tsx";
import styles from "./sign-in.module.css";

interface Typed {
  readonly phone: string;
  readonly slip: string;
  readonly code: string;
  readonly password: string;
}

export function RedeemForm({ onSignedIn }: { readonly onSignedIn: () => unknown }) {
  const [form] = Form.useForm<Typed>();
  const [problem, setProblem] = useState<unknown>();
  const redeem = usePost("/api/access/resets/redeem", { refresh: [], onDone: onSignedIn });
  const askPhone = async () => (await form.validateFields(["phone"])).phone;
  return (
    <Form
      form={form}
      name="redeem"
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => {
        setProblem(undefined);
        redeem.mutate(typed, { onError: setProblem });
      }}
    >
      <p className={`${styles.backNote} ${styles.problem}`}>
        重置单由本级工会的安全管理员当面交给您，24
        小时内有效。还没有的，请带身份证去找他。安全管理员自己登不上、也没有另一位的，请找管服务器的机房人员。
      </p>
      {problem ? (
        <div className={styles.problem}>
          <ErrorSentence problem={problem} />
        </div>
      ) : null}
      <PhoneField />
      <Form.Item
        name="slip"
        label="重置码"
        extra="重置单上的 16 位，横线可以不填。"
        rules={[{ required: true, whitespace: true, message: "请填写重置单上的重置码" }]}
        validateTrigger="onBlur"
      >
        <Input size="large" autoComplete="off" maxLength={40} />
      </Form.Item>
      <CodeField form="redeem" askPhone={askPhone} onProblem={setProblem} />
      <Form.Item
        name="password"
        label="新密码"
        extra="至少 10 个字符，有大写字母、小写字母、数字、符号中的三种。"
        rules={[{ required: true, min: 10, message: "请设置一个至少 10 个字符的密码" }]}
        validateTrigger="onBlur"
      >
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={redeem.isPending}>
        设置新密码并登录
      </Button>
    </Form>
  );
}
