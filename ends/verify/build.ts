// Build of the checking pages (核验页面构建): each page one file, its script and style inside, allowed by their hashes only.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { cssVariables } from "../tokens.ts";

const here = import.meta.dirname;
const folder = join(here, "..", "..", "dist", "verify");

interface Page {
  readonly html: string;
  readonly entry: string;
  /** What a page may reach besides itself. */
  readonly connect: string;
}

const pages: readonly Page[] = [
  { html: "index.html", entry: "certificate.ts", connect: "'self'" },
  { html: "offline.html", entry: "offline.ts", connect: "'none'" },
];

async function scriptOf(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: here,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2020",
      lib: { entry: join(here, "src", entry), formats: ["iife"], name: "verify" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error(`${entry} built to nothing`);
  // A script inside a page ends at the first `</script`, wherever it stands.
  return chunk.code.trim().replaceAll("</script", "<\\/script");
}

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** `frame-ancestors` is for the server's header: a page cannot say it of itself. */
const policyOf = (script: string, style: string, { connect }: Page): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "img-src blob: data:",
    "media-src blob: mediastream:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Writes dist/verify/index.html and offline.html. */
export async function buildVerify(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const style = `${cssVariables()}\n${readFileSync(join(here, "src", "style.css"), "utf8")}`;
  for (const page of pages) {
    const script = await scriptOf(page.entry);
    const parts: Readonly<Record<string, string>> = {
      policy: `<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style, page)}" />`,
      style: `<style>${style}</style>`,
      script: `<script>${script}</script>`,
    };
    const html = readFileSync(join(here, page.html), "utf8").replace(
      /<!--(policy|style|script)-->/g,
      (_whole, name: string) => parts[name] ?? "",
    );
    writeFileSync(join(folder, page.html), html);
  }
}

if (import.meta.main) await buildVerify();
