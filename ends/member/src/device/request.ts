// What goes over the network (请求) on either end.

export interface Request {
  readonly method: "GET" | "POST" | "PUT";
  readonly address: string;
  readonly key?: string | undefined;
  readonly body?: unknown;
}

export interface Reply {
  /** 0 where no answer came. */
  readonly status: number;
  readonly body: unknown;
}
