// Peers (对照程序): what benchmarks measure with and against, installed in this folder the first time one is needed.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const here = import.meta.dirname;

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

function installed(): boolean {
  const { dependencies } = read<Manifest>(join(here, "package.json"));
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(here, "node_modules", name, "package.json");
    return existsSync(file) && read<{ version: string }>(file).version === version;
  });
}

/** Installs what is missing. Throws an Error in Chinese when npm cannot. */
async function install(): Promise<void> {
  if (installed()) return;
  console.log("  安装对照程序……");
  // Nested: what a peer stands on must not hide what the house stands on from the files of this folder.
  const args = [
    "install",
    "--no-fund",
    "--no-audit",
    "--no-package-lock",
    "--ignore-scripts",
    "--install-strategy=nested",
  ];
  await promisify(execFile)("npm", args, {
    cwd: here,
    shell: process.platform === "win32",
  }).catch((cause: Error) => {
    throw new Error("对照程序没有装好。请检查网络后在 bench 文件夹里运行 npm install。", {
      cause,
    });
  });
}

/** The file of a peer's program, installed if it is not. */
export async function peerProgram(file: string): Promise<string> {
  await install();
  return join(here, "node_modules", file);
}

/** A peer as a module, installed if it is not. Its types are the caller's to name: they are not there before it is. */
export async function peerModule<Module>(name: string): Promise<Module> {
  await install();
  return import(name);
}
