// For tests of the policy part (政策测试): files written for one test, in a folder of their own.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A file with this text; its name is what faults are told with. */
export function fileOf(text: string, name = "parameters.yaml"): URL {
  const path = join(mkdtempSync(join(tmpdir(), "niangjia-policy-")), name);
  writeFileSync(path, text);
  return pathToFileURL(path);
}
