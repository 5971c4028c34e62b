// The page that checks certificates and case files (核验证明和卷宗): by code, or by the file, which never leaves the browser.
import type { checkCertificate } from "@niangjia/platforms/realname/card/contract";
import type { checkIssued } from "@niangjia/registers/cases/contract";
import type { z } from "zod";
import { made, part } from "./page.ts";

type Certificate = z.output<typeof checkCertificate.answer>;
type Dossier = z.output<typeof checkIssued.answer>;
type Found = Pick<Certificate, "finding" | "say" | "next"> & { readonly paper: Paper | null };

/** What was given out, as it may be shown to whoever has it in their hands. */
interface Paper {
  readonly title: string;
  readonly lines: readonly { readonly title: string; readonly text: string }[];
  readonly today: string;
  readonly stands: boolean;
}

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

const issued = ({ code: known, issuedDay }: { code: string; issuedDay: string }) => [
  { title: "核验码", text: known },
  { title: "开具日期", text: issuedDay },
];

const fromCertificate = ({ certificate, ...found }: Certificate): Found => ({
  ...found,
  paper: certificate && {
    title: "会员证明：开具当日的情况",
    lines: [
      ...issued(certificate),
      ...certificate.onDay,
      { title: "用途", text: certificate.purpose },
    ],
    today: certificate.today,
    stands: certificate.stands,
  },
});

const fromDossier = ({ dossier, ...found }: Dossier): Found => ({
  ...found,
  paper: dossier && {
    title: "办件卷宗：生成当日的情况",
    lines: [...issued(dossier), ...dossier.onDay],
    today: dossier.today,
    stands: dossier.stands,
  },
});

function tableOf({ lines }: Paper): HTMLElement {
  const list = made("dl", "");
  for (const { title, text } of lines) list.append(made("dt", title), made("dd", text));
  return list;
}

function showFound({ finding, say, next, paper }: Found): void {
  const stands = paper?.stands ?? true;
  const today = paper ? [made("p", paper.today, stands ? "today" : "today late")] : [];
  const table = paper ? [made("h2", paper.title), tableOf(paper)] : [];
  show(
    finding === "genuine" && !stands ? "care" : tones[finding],
    made("strong", say),
    ...today,
    made("p", next),
    ...table,
  );
}

type Query = Readonly<Record<string, string>>;

async function read<Body>(path: string, query: Query): Promise<Body> {
  const reply = await fetch(`${path}?${new URLSearchParams(query)}`);
  const body: unknown = await reply.json();
  if (!reply.ok) throw body;
  return body as Body;
}

const strange = "请核对核验码；选择文件核验的，文件可能被改动过、另存过，或不是本系统开具的。";

/** A code or a file is of one of both kinds, and does not say which. */
async function find(query: Query): Promise<Found> {
  const certificate = await read<Certificate>("/api/card/certificates/check", query);
  if (certificate.finding !== "unknown") return fromCertificate(certificate);
  const dossier = await read<Dossier>("/api/cases/dossiers/check", query);
  if (dossier.finding !== "unknown") return fromDossier(dossier);
  return { finding: "unknown", say: "查无此件", next: strange, paper: null };
}

const isProblem = (failure: unknown): failure is Problem =>
  typeof failure === "object" && failure !== null && "title" in failure && "next" in failure;

async function ask(query: Query): Promise<void> {
  show("", made("p", "正在核验……"));
  try {
    showFound(await find(query));
  } catch (failure) {
    const { title, next } = isProblem(failure)
      ? failure
      : { title: "没有连上服务器", next: "请检查网络后再试。" };
    show("care", made("strong", title), made("p", next));
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
