// The API (接口) as pages call it, typed by the house's own document; refusals come as a thrown `Problem`.

import type { paths } from "../api.d.ts";
import { send } from "../device/network.ts";
import { problemOf } from "./problem.ts";

type Answered<Operation> = Operation extends {
  responses: { 200: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

type Sent<Operation> = Operation extends { requestBody?: undefined }
  ? undefined
  : Operation extends { requestBody?: { content: { "application/json": infer Body } } }
    ? Body
    : undefined;

type PathsWith<Method extends "get" | "post" | "put"> = {
  [Path in keyof paths]: paths[Path][Method] extends object ? Path : never;
}[keyof paths];

export type ReadPath = PathsWith<"get">;
export type Read<Path extends ReadPath> = Answered<paths[Path]["get"]>;

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
}

/** `/api/cases/{id}` with its blanks filled in and its query behind. */
export function addressOf(path: string, { params = {}, query = {} }: Asked = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_blank, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `${filled}?${pairs.join("&")}` : filled;
}

async function answer<Body>(request: Parameters<typeof send>[0]): Promise<Body> {
  const { status, body } = await send(request);
  if (status < 200 || status > 299) throw problemOf(status, body);
  return body as Body;
}

export const readAt = <Body>(address: string): Promise<Body> =>
  answer<Body>({ method: "GET", address });

/** A key that makes sending a command twice do it once. */
export function newKey(): string {
  const figures = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16));
  return `${Date.now().toString(16)}-${figures.join("")}`;
}

type Command<Operation> = Asked & { readonly key?: string } & (Sent<Operation> extends undefined
    ? { readonly body?: undefined }
    : { readonly body: Sent<Operation> });

const command = (
  method: "POST" | "PUT",
  path: string,
  told: Asked & { key?: string; body?: unknown },
) => ({
  method,
  address: addressOf(path, told),
  key: told.key ?? newKey(),
  body: told.body,
});

export const post = <Path extends PathsWith<"post">>(
  path: Path,
  told: Command<paths[Path]["post"]>,
): Promise<Answered<paths[Path]["post"]>> => answer(command("POST", path, told));

export const put = <Path extends PathsWith<"put">>(
  path: Path,
  told: Command<paths[Path]["put"]>,
): Promise<Answered<paths[Path]["put"]>> => answer(command("PUT", path, told));
