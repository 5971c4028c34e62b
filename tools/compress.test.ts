// What is fetched in place of a file is that file, only smaller.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { compressFolder } from "./compress.ts";

const folder = mkdtempSync(join(tmpdir(), "niangjia-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("puts both copies beside a script, wherever it lies, and none beside what is small or a picture", () => {
  const script = "const home = '首页';\n".repeat(200);
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "app.js"), script);
  writeFileSync(join(folder, "assets", "icon.png"), Buffer.alloc(9_000));
  writeFileSync(join(folder, "small.css"), "p{}");
  compressFolder(folder);
  const [br, gz] = ["br", "gz"].map((kind) =>
    readFileSync(join(folder, "assets", `app.js.${kind}`)),
  );
  expect(brotliDecompressSync(br!).toString()).toBe(script);
  expect(gunzipSync(gz!).toString()).toBe(script);
  expect(Math.max(br!.length, gz!.length)).toBeLessThan(script.length / 5);
  expect(readdirSync(folder)).toEqual(["assets", "small.css"]);
  expect(readdirSync(join(folder, "assets"))).toEqual([
    "app.js",
    "app.js.br",
    "app.js.gz",
    "icon.png",
  ]);
});
