// Uploading (上传): a file on its way with the share that has left, which can be stopped; fetch cannot tell that share.
import { Problem, problemOf } from "./ui/problem.ts";

export interface Upload {
  readonly done: Promise<{ readonly id: string }>;
  readonly stop: () => void;
}

/** Silence this long while nothing moves counts as a lost network. */
const silentAtMostMs = 60_000;

/** `purpose` is kept with the file; `onShare` hears a number from 0 to 1. Fails with a `Problem`; status 0 when no answer came. */
export function upload(
  file: File,
  purpose: string,
  onShare: (share: number) => void = () => undefined,
): Upload {
  const request = new XMLHttpRequest();
  let timer = 0;
  const lost = () => request.abort();
  const sign = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(lost, silentAtMostMs);
  };
  const done = new Promise<{ id: string }>((resolve, reject) => {
    const silent = () => reject(new Problem({ status: 0 }));
    request.upload.onprogress = ({ loaded, total }) => {
      sign();
      onShare(total > 0 ? loaded / total : 0);
    };
    request.onerror = silent;
    request.onabort = silent;
    request.onload = () => {
      if (request.status === 200) resolve(request.response as { id: string });
      else reject(problemOf(request.status, request.response));
    };
  }).finally(() => window.clearTimeout(timer));
  const form = new FormData();
  form.append("file", file);
  request.open("POST", `/api/files?${new URLSearchParams({ purpose })}`);
  request.responseType = "json";
  request.setRequestHeader("x-niangjia", "portal");
  request.setRequestHeader("idempotency-key", crypto.randomUUID());
  sign();
  request.send(form);
  return { done, stop: () => request.abort() };
}
