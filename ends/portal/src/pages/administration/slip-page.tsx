// Slip (重置单): shown once and printed; worth nothing without the phone it is for.
import { Button } from "antd";
import { Moment } from "../../ui/day.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { Facts, Section } from "../../ui/section.tsx";
import type { Slip } from "./resets.ts";
import styles from "./slip.module.css";

interface SlipPageProps {
  readonly slip: Slip;
  readonly onClose: () => void;
}

export function SlipPage({ slip, onClose }: SlipPageProps) {
  const { code, name, phone, expiresAt } = slip;
  return (
    <>
      <PageHead
        title="重置单"
        sentence="只显示这一次。请打印或抄下，当面交给本人。"
        more={<PrintButton />}
        action={
          <Button type="primary" onClick={onClose}>
            已经交给本人
          </Button>
        }
      />
      <Section>
        <p className={styles.code} role="status">
          {code}
        </p>
        <Facts
          facts={[
            { title: "姓名", value: name },
            { title: "手机号", value: phone },
            { title: "有效到", value: <Moment value={expiresAt} /> },
          ]}
        />
        <ol className={styles.steps}>
          <li>打开 {window.location.origin}，点“凭重置单登录”。</li>
          <li>填手机号和上面的重置码，获取并填写发到 {phone} 的短信验证码，设置新密码。</li>
          <li>按提示用手机上的身份验证器开通动态口令，然后就能使用原来的岗位。</li>
        </ol>
        <p className={styles.note}>
          重置码只能用一次，填错 5 次作废。任何人向您要重置码或短信验证码，都不要给。
        </p>
      </Section>
    </>
  );
}
