// Account security (账号安全): one's password, the authenticator and the codes for the day its phone is lost.
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { Section } from "../../ui/section.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { LinesSkeleton } from "../../ui/skeletons.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { MoveForm } from "./move-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { RecoveryForm } from "./recovery-form.tsx";
import styles from "./security.module.css";
import { type Security, securityQuery } from "./security.ts";

export function Page() {
  const { data, error, refetch } = useQuery(securityQuery);
  return (
    <>
      <PageHead
        title="账号安全"
        sentence="改密码、换手机后移动态口令、备好丢手机那天用的备用码。每次改动都会发短信告诉您。"
      />
      {error ? <ErrorSentence problem={error} onRetry={refetch} /> : null}
      {data ? <Parts security={data} /> : error ? null : <LinesSkeleton />}
    </>
  );
}

type Part = "password" | "move" | "recovery";

const titles: Readonly<Record<Part, string>> = {
  password: "修改密码",
  move: "换到新手机",
  recovery: "生成备用码",
};

/** The second factor is changed only by who came in with it. */
const whyClosed = ({ hasTotp, strong }: Security): string | undefined => {
  if (!hasTotp) return "还没有开通动态口令；切换到要用它的岗位时会带您开通。";
  return strong ? undefined : "请退出后用密码和动态口令登录，再来这里办理。";
};

function Parts({ security }: { readonly security: Security }) {
  const { message } = App.useApp();
  const [open, setOpen] = useState<Part>();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const close = () => setOpen(undefined);
  const done = (sentence: string) => {
    close();
    message.success(sentence);
  };
  return (
    <>
      <PasswordPart security={security} onOpen={() => setOpen("password")} />
      <TotpPart security={security} onOpen={() => setOpen("move")} />
      <RecoveryPart security={security} codes={codes} onOpen={() => setOpen("recovery")} />
      <SidePanel open={open !== undefined} onClose={close} title={open ? titles[open] : ""}>
        {open === "password" ? <PasswordForm onDone={() => done("密码已修改")} /> : null}
        {open === "move" ? <MoveForm onDone={() => done("以后用新手机上的动态口令")} /> : null}
        {open === "recovery" ? (
          <RecoveryForm
            onDone={(made) => {
              setCodes(made);
              done("备用码已生成，请马上抄下或打印");
            }}
          />
        ) : null}
      </SidePanel>
    </>
  );
}

interface PartProps {
  readonly security: Security;
  readonly onOpen: () => void;
}

const PasswordPart = ({ security: { hasPassword, phone }, onOpen }: PartProps) => (
  <Section
    title="密码"
    sentence={
      hasPassword
        ? `用手机号 ${phone} 和密码登录。改了以后，别的设备都要重新登录。`
        : `现在用手机号 ${phone} 收验证码登录，没有密码。`
    }
    actions={
      <Button disabled={!hasPassword} onClick={onOpen}>
        修改密码
      </Button>
    }
  >
    {null}
  </Section>
);

const TotpPart = ({ security, onOpen }: PartProps) => (
  <Section
    title="动态口令"
    sentence={
      whyClosed(security) ?? "换手机前，先在这里把它移到新手机上；旧手机不在了，可以用一个备用码。"
    }
    actions={
      <Button disabled={whyClosed(security) !== undefined} onClick={onOpen}>
        换到新手机
      </Button>
    }
  >
    {security.hasTotp ? <StatusTag tone="done">已开通</StatusTag> : null}
  </Section>
);

interface RecoveryPartProps extends PartProps {
  readonly codes: readonly string[];
}

function RecoveryPart({ security, codes, onOpen }: RecoveryPartProps) {
  const left = security.recoveryCodesLeft;
  return (
    <Section
      title="备用码"
      sentence="手机不在身边时，登录页的“动态口令”里填一个备用码就能进来，每个只能用一次。请抄在纸上，和手机分开放。"
      actions={
        <>
          {codes.length > 0 ? <PrintButton /> : null}
          <Button disabled={whyClosed(security) !== undefined} onClick={onOpen}>
            {left > 0 ? "重新生成" : "生成备用码"}
          </Button>
        </>
      }
    >
      {codes.length > 0 ? (
        <>
          <p role="status">
            这 {codes.length} 个备用码只显示这一次，离开这页就看不到了。以前的已经作废。
          </p>
          <ol className={styles.codes}>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
        </>
      ) : security.hasTotp ? (
        <StatusTag tone={left > 2 ? "done" : "warn"}>
          {left > 0 ? `还剩 ${left} 个` : "一个也没有，请生成"}
        </StatusTag>
      ) : null}
    </Section>
  );
}
