// Downloads (下载): which route of the house a path names, and the file it gives to whoever acts, if they may.
import { once } from "node:events";
import { ReadStream } from "node:fs";
import type { Act } from "../act.ts";
import type { Asked, Contract, Download } from "../http/contract.ts";
import { doorRefusals } from "../http/refusals.ts";
import { isCommand, type Route } from "../http/route.ts";
import { refuse } from "../refusal.ts";
import { refusals } from "./contract.ts";

/** A route that answers with a file, with what is asked of it. */
export interface NamedDownload {
  readonly route: Route;
  readonly asked: Asked<Contract>;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`);

/** The download that a path after `/api` names, checked as a request for it is. */
export function findDownload(routes: readonly Route[], path: string): NamedDownload | undefined {
  const { pathname, searchParams } = new URL(path, "http://house");
  for (const route of routes) {
    const { contract } = route;
    if (isCommand(contract) || contract.answer) continue;
    const match = patternOf(contract.path).exec(pathname);
    if (!match) continue;
    const params = contract.params?.safeParse({ ...match.groups });
    const query = contract.query?.safeParse(Object.fromEntries(searchParams));
    if (params?.success === false || query?.success === false) return undefined;
    const read = { params: params?.data, query: query?.data };
    return { route, asked: { ...read, device: "下载链接" } as unknown as Asked<Contract> };
  }
  return undefined;
}

/** Whether the bytes are still there shows before anything of them is sent. */
async function open({ bytes }: Download): Promise<void> {
  if (!(bytes instanceof ReadStream) || !bytes.pending) return;
  await once(bytes, "open").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? refuse(refusals.notFound) : error;
  });
}

/** Gives the file as its own route would at this moment, with the refusals of that route. */
export async function download(act: Act, { route, asked }: NamedDownload): Promise<Download> {
  const { may, contract, run } = route;
  const { role } = act.actor;
  if (typeof may !== "string" && !(role && may.includes(role))) {
    throw refuse(doorRefusals.notPermitted, { words: { title: contract.title } });
  }
  const file = (await run(act, asked)) as Download;
  await open(file);
  return file;
}
