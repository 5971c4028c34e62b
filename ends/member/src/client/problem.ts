// Problem (没办成): a refusal or silence of the house as the phone carries it, and what people read of it.

export interface Fault {
  /** The field's name. */
  readonly path: string;
  readonly say: string;
}

interface Told {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly next?: string;
  readonly requestId?: string;
  readonly fields?: readonly Fault[];
}

const words: Readonly<Record<number, readonly [title: string, next: string]>> = {
  0: ["现在连不上网络", "请检查网络后再试，填好的内容都还在。"],
  401: ["登录已过期", "请重新登录。"],
  403: ["您现在不能办这件事", "如有疑问，请拨打 12351 工会服务热线。"],
  404: ["没有找到这条内容", "它可能已被移动，请返回重新查找。"],
  413: ["文件太大", "请换一张小一些的照片。"],
  429: ["操作太频繁", "请稍等片刻再试。"],
};
const unknown = ["系统没能办成这件事", "请稍后再试，重试不会重复提交。"] as const;

/** Status 0 means that no answer came. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly next: string;
  readonly requestId: string | undefined;
  readonly faults: readonly Fault[];

  constructor(status: number, told: Told = {}) {
    const [title, next] = words[status] ?? unknown;
    super(told.title ?? title);
    this.name = "Problem";
    this.status = status;
    this.code = told.code ?? "";
    this.title = (told.title ?? title).replace(/。$/, "");
    this.next = told.next ?? next;
    this.requestId = status >= 500 ? told.requestId : undefined;
    this.faults = (told.fields ?? []).map(({ path, say }) => ({
      path: path.replace(/^facts\./, ""),
      say,
    }));
  }

  /** No answer came, or none that says anything of the command: the same may be sent again. */
  get silent(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

/** Reads the body of a refusal; anything else still becomes a Problem with words chosen by its status. */
export function problemOf(status: number, body: unknown): Problem {
  return new Problem(status, typeof body === "object" && body !== null ? (body as Told) : {});
}
