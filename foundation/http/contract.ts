// What a room's contract says of one route; plain data over zod, so that ends and server read the same.
import type { z } from "zod";
import type { RefusalKind } from "../refusal.ts";

type Shape = z.ZodObject;

export interface Contract {
  /** Unique over the house and begins with its function, such as `roster.import` or `roster.import.preview`. */
  readonly id: string;
  /** Chinese, for the API page and the audit. */
  readonly title: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Under `/api`, with `:name` for parts that vary. */
  readonly path: `/${string}`;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: z.ZodType;
  /** The request is one file as multipart/form-data, of at most this many bytes. */
  readonly upload?: { readonly bytesAtMost: number };
  /** Left out when the answer is a file to download. */
  readonly answer?: z.ZodType;
  readonly refusals?: readonly RefusalKind[];
}

type Read<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A file that came with a request; its bytes already lie in the vault. */
export interface Upload {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** The first bytes, to see by content what it is. */
  readonly head: Buffer;
}

/** What a use case receives of a request, checked. */
export interface Asked<C extends Contract> {
  readonly params: Read<C["params"]>;
  readonly query: Read<C["query"]>;
  readonly body: Read<C["body"]>;
  /** The device that asks, in its own words (user agent), cut to 200 characters. */
  readonly device: string;
  readonly upload: C["upload"] extends object ? Upload : undefined;
}

/** A file as an answer. `name` is what the browser saves it as. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | NodeJS.ReadableStream;
}

export type Answer<C extends Contract> = C["answer"] extends z.ZodType
  ? z.input<C["answer"]>
  : Download;
