// Problem (没办成): a refusal or failure of the server as the portal carries it, and the sentence people read of it.

/** One field that was not taken; `path` is dotted, as in the request body. */
export interface Fault {
  readonly path: string;
  readonly say: string;
}

interface ProblemParts {
  readonly status: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly next?: string;
  readonly requestId?: string;
  readonly faults?: readonly Fault[];
  readonly retryAfterSeconds?: number;
}

/** What every refused or failed request is thrown as. Status 0 means that no answer came. */
export class Problem extends Error {
  readonly parts: ProblemParts;

  constructor(parts: ProblemParts) {
    super(parts.title ?? `HTTP ${parts.status}`);
    this.name = "Problem";
    this.parts = parts;
  }

  get status(): number {
    return this.parts.status;
  }

  get code(): string {
    return this.parts.code ?? "";
  }

  get faults(): readonly Fault[] {
    return this.parts.faults ?? [];
  }

  /** True when the server said no for good; false when the same command may be sent again as it is. */
  get final(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

/** Not for this post: asking again will not open it. */
export const isShut = (failure: unknown): boolean =>
  failure instanceof Problem && failure.status === 403;

/** Nothing is there: asking again will not bring it. */
export const isGone = (failure: unknown): boolean =>
  failure instanceof Problem && failure.status === 404;

export interface Sentence {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly next: string;
  readonly requestId?: string | undefined;
}

const wordsByStatus: Record<number, { title: string; next: string }> = {
  0: { title: "没有连上服务器", next: "请检查网络后重试，已填的内容还在。" },
  401: { title: "登录已过期", next: "请重新登录，登录后会回到这一页。" },
  403: { title: "当前岗位不能办这件事", next: "请换一个岗位，或联系本级工会的系统管理员。" },
  404: {
    title: "没有找到这条内容",
    next: "它可能已被移动，或不在您的管辖范围内。请返回列表重新查找。",
  },
  409: { title: "内容刚刚被别人改过", next: "请刷新后核对最新内容，再办理一次。" },
  413: { title: "文件太大", next: "请拆分或压缩后再上传。" },
  429: { title: "操作太频繁", next: "请稍等片刻再试。" },
};

const unknown = {
  title: "系统没能完成这次操作",
  next: "请稍后再试，重试不会重复办理。多次不成时，请把编号告诉系统管理员。",
};

const broken = {
  title: "这个页面出了问题",
  next: "请刷新页面再试。多次不成时，请联系系统管理员。",
};

/**
 * The one place where a failure becomes words: what happened, why, what to do. The number to quote comes only with a
 * breakdown; a refusal explains itself.
 */
export function sentenceOf(failure: unknown): Sentence {
  if (!(failure instanceof Problem)) return broken;
  const { status, title, detail, next, requestId, retryAfterSeconds } = failure.parts;
  const words = wordsByStatus[status] ?? unknown;
  const wait = retryAfterSeconds ? `请在 ${waitWords(retryAfterSeconds)}后再试。` : undefined;
  return {
    title: (title ?? words.title).replace(/。$/, ""),
    detail: detail === title ? undefined : detail,
    next: next ?? wait ?? words.next,
    requestId: status >= 500 ? requestId : undefined,
  };
}

/** Seconds as people say them: `40 秒`, `15 分钟`. Rounds up, so nobody is asked to come too early. */
function waitWords(seconds: number): string {
  return seconds < 60 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

function faultsOf(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: Record<string, unknown>) => {
    const say = text(one?.say) ?? text(one?.detail) ?? text(one?.message);
    return say ? [{ path: text(one.path) ?? text(one.field) ?? "", say }] : [];
  });
}

/** Reads a problem+json body; anything else still becomes a Problem with words chosen by its status. */
export function problemOf(status: number, body: unknown, retryAfter?: string | null): Problem {
  const said = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const seconds = Number(said.retryAfterSeconds ?? retryAfter ?? 0);
  return new Problem({
    status,
    code: text(said.code),
    title: text(said.title),
    detail: text(said.detail),
    next: text(said.next),
    requestId: text(said.requestId),
    faults: faultsOf(said.fields ?? said.errors),
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : 0,
  });
}

/** Of a page that was asked for by an address no page can have; nobody filled anything in. */
export const isAstray = (failure: unknown): boolean =>
  failure instanceof Problem && failure.code === "http.unreadable";

export const astray: Sentence = {
  title: "这个网址不对",
  next: "请核对网址，或者从列表里重新打开。",
};
