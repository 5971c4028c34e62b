// Signing in (登录): the phone's number and the code that comes by text message; in WeChat one press.
import { readPhone } from "@niangjia/foundation/phone";
import { useEffect, useState } from "react";
import { newKey, post } from "../client/api.ts";
import { outgoing } from "../client/outgoing.ts";
import { signInByCode } from "../client/session.ts";
import { atSignIn } from "../client/session-ended.ts";
import { useCommand } from "../client/use-command.ts";
import { goInstead, useValues } from "../device/go.ts";
import { readStored } from "../device/storage.ts";
import { inWechat } from "../device/wechat.ts";
import { ElderSwitch } from "../tabs/elder-switch.tsx";
import { TextBox } from "../ui/boxes.tsx";
import { FieldFrame } from "../ui/field.tsx";
import { Button, Trouble } from "../ui/kit.tsx";
import { Page } from "../ui/page.tsx";
import { Part } from "../ui/part.tsx";
import { DemoHint } from "./demo-hint.tsx";
import { WechatSignIn } from "./wechat-sign-in.tsx";

/** Where a poster led before signing in: its form, else home. */
function useWayOn(): () => void {
  const { to, ...values } = useValues();
  return () => void (to === "fill" ? goInstead("fill", values) : goInstead("home"));
}

export default function SignIn() {
  const [phone, setPhone] = useState(readStored("phone") ?? "");
  const [code, setCode] = useState("");
  const [left, phoneFault] = [phone.trim() !== "", readPhone(phone)];
  const [touched, setTouched] = useState(false);
  const [wechatTicket, setTicket] = useState<string>();
  const wayOn = useWayOn();
  useEffect(atSignIn, []);
  // What waited for signing in goes first, so that the page one comes to knows of it.
  const enter = () => void outgoing.flush().finally(wayOn);
  const signIn = useCommand(() => signInByCode({ phone: phone.trim(), code, wechatTicket }), enter);
  const fault = touched && left && !phoneFault.ok ? phoneFault.say : undefined;
  return (
    <Page title="登录" first>
      <Part className="welcome">
        <Part className="mark" silent>
          娘
        </Part>
        <Part as="h2" className="welcome-title">
          娘家
        </Part>
        <Part as="p">工会就是您的娘家，办事、入会、求助都在这里。</Part>
      </Part>
      {inWechat ? <WechatSignIn ticket={wechatTicket} onTicket={setTicket} onIn={enter} /> : null}
      <Part className="card">
        <FieldFrame id="phone" title="手机号" fault={fault}>
          <TextBox
            id="phone"
            title="手机号"
            keys="phone"
            value={phone}
            onValue={setPhone}
            onLeave={() => setTouched(true)}
            faulty={fault !== undefined}
            maxLength={20}
          />
        </FieldFrame>
        <CodeField phone={phoneFault.ok ? phone.trim() : undefined} code={code} onCode={setCode} />
        {signIn.problem ? <Trouble problem={signIn.problem} /> : null}
        <Button
          kind={inWechat && wechatTicket === undefined ? "quiet" : "main"}
          busy={signIn.busy}
          disabled={!phoneFault.ok || code.length !== 6}
          onPress={() => signIn.run(undefined)}
        >
          登录
        </Button>
        <Part as="p" className="help">
          第一次登录会自动开通，不用注册。
        </Part>
      </Part>
      <ElderSwitch />
      <DemoHint onPick={setPhone} />
    </Page>
  );
}

interface CodeFieldProps {
  /** Undefined while what is typed is none. */
  readonly phone: string | undefined;
  readonly code: string;
  readonly onCode: (code: string) => void;
}

function CodeField({ phone, code, onCode }: CodeFieldProps) {
  const [wait, startWait] = useCountdown();
  const ask = useCommand(
    (to: string) => post("/api/access/codes", { body: { phone: to }, key: newKey() }),
    ({ secondsToNext }) => startWait(secondsToNext),
  );
  return (
    <>
      <FieldFrame id="code" title="验证码" help={wait > 0 ? "验证码已发送，请看短信。" : undefined}>
        <Part className="side-by-side">
          <TextBox
            id="code"
            title="验证码"
            keys="figures"
            value={code}
            onValue={(text) => onCode(text.replace(/\D/g, ""))}
            maxLength={6}
          />
          <Button
            busy={ask.busy}
            disabled={phone === undefined || wait > 0}
            onPress={() => phone && ask.run(phone)}
          >
            {wait > 0 ? `${wait} 秒后重发` : "获取验证码"}
          </Button>
        </Part>
      </FieldFrame>
      {ask.problem ? <Trouble problem={ask.problem} /> : null}
    </>
  );
}

/** Seconds left, and how to start them. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}
