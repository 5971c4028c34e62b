// Session over (登录过期): one signs in again in place, so that the page and what was typed in it stay.
import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import { useEffect, useState } from "react";
import { answer, api } from "../client.ts";
import { paths } from "../paths.ts";
import { onSessionEnd } from "../query-client.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Another account than before starts at its own desk: nothing of the first one may stay on the screen. */
export function Expired({ accountId }: { readonly accountId: string }) {
  const [over, setOver] = useState(false);
  const client = useQueryClient();
  useEffect(() => onSessionEnd(() => setOver(true)), []);
  const goOn = async () => {
    const me = await answer(api.GET("/api/me"));
    if (me.account.id !== accountId) {
      window.location.assign(paths.home());
      return;
    }
    setOver(false);
    await client.invalidateQueries();
  };
  return (
    <Modal
      open={over}
      centered
      width={420}
      title="登录已过期，请重新登录"
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <p style={{ color: "var(--nj-secondary)", marginBottom: 16 }}>
        登录后继续，这一页和已填的内容都在。
      </p>
      <SignInForm onSignedIn={goOn} />
    </Modal>
  );
}
