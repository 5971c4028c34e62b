// Sign-in form (登录表单): password and one-time password for staff, or a code by text message.
import { Tabs } from "antd";
import { useEffect, useState } from "react";
import { CodeForm } from "./code-form.tsx";
import type { Credentials } from "./credentials.ts";
import { PasswordForm } from "./password-form.tsx";

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
  return (
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
  );
}
