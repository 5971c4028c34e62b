// The public address (公众网址): where people reach the house, for what is printed or sent; never what a request claims.
import { z } from "zod";

const thisMachine = ["localhost", "127.0.0.1", "[::1]"];

/** A URL that is scheme, host and port, and nothing more. */
const isBare = (text: string): boolean => {
  const { href, origin } = new URL(text);
  return href === `${origin}/`;
};

const isTrusted = (text: string): boolean => {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || thisMachine.includes(hostname);
};

/** What an operator sets; read as an origin, without a slash at its end. */
export const addressVariable = z
  .url({ protocol: /^https?$/, abort: true, error: "请写成 https://gh.example.gov.cn 的样子" })
  .refine(isBare, { abort: true, error: "只写到域名（和端口）为止，不要带路径、参数和账号" })
  .refine(isTrusted, "公众打开的网址要用 https；只有在本机试用（localhost）才可以用 http")
  .transform((text) => new URL(text).origin);

export interface Addressed {
  /** Origin, such as `https://gh.example.gov.cn`. */
  readonly address?: string;
  readonly port: number;
}

/** The address as it was set, or else this machine's, which only somebody who tries the house out can open. */
export const publicAddress = ({ address, port }: Addressed): string =>
  address ?? `http://localhost:${port}`;
