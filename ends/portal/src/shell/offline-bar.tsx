// Offline bar (断网提示): says that what is on the screen may be old, for as long as there is no network.

import { useSyncExternalStore } from "react";
import { DisconnectOutlined } from "../ui/icons.tsx";
import styles from "./shell.module.css";

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

export function OfflineBar() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <p className={styles.offline} role="status">
      <DisconnectOutlined />
      网络已断开。页面上是断网前的内容，提交要等网络恢复；已填的内容还在。
    </p>
  );
}
