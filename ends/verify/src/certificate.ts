// The page that checks certificates of membership (核验会员证明): by code, or by the file, which never leaves the browser.
import type { checkCertificate } from "@niangjia/platforms/realname/card/contract";
import type { z } from "zod";
import { made, part } from "./page.ts";

type Found = z.output<typeof checkCertificate.answer>;
interface Problem {
  readonly title: string;
  readonly next: string;
}

const result = part("result");
const code = part<HTMLInputElement>("code");
const drop = part("drop");
const picked = part<HTMLInputElement>("file");

const tones: Readonly<Record<Found["finding"], string>> = {
  genuine: "good",
  altered: "bad",
  unknown: "care",
};

/** Our files are called after their code, so that a changed one can be told from a strange one. */
const codeIn = (fileName: string): string | undefined =>
  /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(fileName)?.[0];

function show(tone: string, ...parts: readonly HTMLElement[]): void {
  result.className = `result ${tone}`;
  result.replaceChildren(...parts);
}

function tableOf({
  code: known,
  purpose,
  issuedDay,
  onDay,
}: NonNullable<Found["certificate"]>): HTMLElement {
  const list = made("dl", "");
  const lines = [
    { title: "核验码", text: known },
    { title: "开具日期", text: issuedDay },
    ...onDay,
    { title: "用途", text: purpose },
  ];
  for (const { title, text } of lines) list.append(made("dt", title), made("dd", text));
  return list;
}

function showFound({ finding, say, next, certificate }: Found): void {
  const stands = certificate?.stands ?? true;
  const today = certificate ? [made("p", certificate.today, stands ? "today" : "today late")] : [];
  const table = certificate ? [made("h2", "开具当日的情况"), tableOf(certificate)] : [];
  show(
    finding === "genuine" && !stands ? "care" : tones[finding],
    made("strong", say),
    ...today,
    made("p", next),
    ...table,
  );
}

async function ask(query: Readonly<Record<string, string>>): Promise<void> {
  show("", made("p", "正在核验……"));
  try {
    const reply = await fetch(`/api/card/certificates/check?${new URLSearchParams(query)}`);
    const body: unknown = await reply.json();
    if (reply.ok) return showFound(body as Found);
    const { title, next } = body as Problem;
    show("care", made("strong", title), made("p", next));
  } catch {
    show("care", made("strong", "没有连上服务器"), made("p", "请检查网络后再试。"));
  }
}

async function askFile(file: File): Promise<void> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const sha256 = Array.from(new Uint8Array(digest), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  const known = codeIn(file.name);
  await ask(known ? { sha256, code: known } : { sha256 });
}

part<HTMLFormElement>("form").addEventListener("submit", (event) => {
  event.preventDefault();
  void ask({ code: code.value });
});
picked.addEventListener("change", () => {
  const [file] = picked.files ?? [];
  if (file) void askFile(file);
  picked.value = "";
});
for (const kind of ["dragover", "dragleave", "drop"] as const) {
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
  });
}
drop.addEventListener("drop", ({ dataTransfer }) => {
  const [file] = dataTransfer?.files ?? [];
  if (file) void askFile(file);
});

const given = new URLSearchParams(location.search).get("code");
if (given) {
  code.value = given;
  void ask({ code: given });
}
