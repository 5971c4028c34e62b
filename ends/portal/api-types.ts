// API types (接口类型): writes src/openapi.d.ts from the server's OpenAPI document, given as a file or an address.
import { writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const target = fileURLToPath(new URL("./src/openapi.d.ts", import.meta.url));

/** `source` is a path to the document or an http address that answers with it. */
export async function writeApiTypes(source: string): Promise<void> {
  const url = source.startsWith("http") ? new URL(source) : pathToFileURL(source);
  const tree = await openapiTS(url, { alphabetize: true });
  const head = "// Types of the API, generated from its OpenAPI document. Do not edit.\n";
  await writeFile(target, head + astToString(tree));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeApiTypes(process.argv[2] ?? "http://127.0.0.1:8080/api/openapi.json");
}
