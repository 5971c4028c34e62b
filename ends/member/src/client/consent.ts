// Consent (订阅消息的同意): WeChat asks whether news of an application may come as its message; elsewhere nothing is asked.
import { useRef } from "react";
import { askConsent, inWechat } from "../device/wechat.ts";
import { post } from "./api.ts";
import { useAnswer } from "./use-answer.ts";

/** Asks once for each form, when it is handed in. What the house does not hear of it sends no message for. */
export function useConsent(): () => Promise<void> {
  const { data } = useAnswer(inWechat ? "/api/notices/wechat" : undefined);
  const asked = useRef(false);
  const template = data?.template;
  return async () => {
    if (!template || asked.current) return;
    asked.current = true;
    if (!(await askConsent(template))) return;
    post("/api/notices/wechat", { body: { template } }).catch(() => undefined);
  };
}
