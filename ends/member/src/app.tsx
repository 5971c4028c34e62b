// The worker's App and mini-program (职工端).
import "./old-phones.ts";
import Taro from "@tarojs/taro";
import { type ReactNode, useEffect } from "react";
import { keepSending } from "./client/outgoing.ts";
import { goInstead } from "./device/go.ts";
import { startUpdates } from "./device/update.ts";
import "./styles/base.css";
import "./styles/form.css";
import "./styles/kit.css";
import "./styles/pages.css";
import "./styles/timeline.css";

Taro.onPageNotFound(() => void goInstead("lost"));

export default function App({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    void startUpdates();
    return keepSending();
  }, []);
  return children;
}
