// Sign-in form (登录表单): password and one-time password for staff, a code by text message, or a reset's slip.
import { Tabs } from "antd";
import { useEffect, useState } from "react";
import { CodeForm } from "./code-form.tsx";
import type { Credentials } from "./credentials.ts";
import { PasswordForm } from "./password-form.tsx";
import { RedeemForm } from "./redeem-form.tsx";
import styles from "./sign-in.module.css";

interface SignInFormProps {
  readonly onSignedIn: () => unknown;
  /** Filled in from outside, as when a demo account is picked. */
  readonly filled?: Credentials | undefined;
}

export function SignInForm({ onSignedIn, filled }: SignInFormProps) {
  const [way, setWay] = useState("password");
  useEffect(() => {
    if (filled) setWay(filled.password ? "password" : "code");
  }, [filled]);
  if (way === "redeem") {
    return (
      <>
        <h2 className={styles.way}>凭重置单登录</h2>
        <RedeemForm onSignedIn={onSignedIn} />
        <OtherWay words="返回密码登录" onPick={() => setWay("password")} />
      </>
    );
  }
  return (
    <>
      <Tabs
        activeKey={way}
        onChange={setWay}
        destroyOnHidden
        items={[
          {
            key: "password",
            label: "密码登录",
            children: <PasswordForm onSignedIn={onSignedIn} filled={filled} />,
          },
          {
            key: "code",
            label: "短信验证码登录",
            children: <CodeForm onSignedIn={onSignedIn} phone={filled?.phone} />,
          },
        ]}
      />
      <OtherWay words="忘了密码或丢了动态口令？凭重置单登录" onPick={() => setWay("redeem")} />
    </>
  );
}

interface OtherWayProps {
  readonly words: string;
  readonly onPick: () => void;
}

const OtherWay = ({ words, onPick }: OtherWayProps) => (
  <p className={styles.otherWay}>
    <button type="button" className="nj-word" onClick={onPick}>
      {words}
    </button>
  </p>
);
