// Settings: the public address is whole, by https and without anything behind the host, or named as a slip.
import { describe, expect, it } from "vitest";
import { publicAddress } from "./address.ts";
import { readConfig } from "./config.ts";

const read = (environment: NodeJS.ProcessEnv) => readConfig(environment, "/");
const at = (address: string) => read({ NIANGJIA_ADDRESS: address });

describe("the public address", () => {
  it("is this machine's at the port it listens on, as long as nobody says", () => {
    expect(publicAddress(read({ PORT: "9000" }))).toBe("http://localhost:9000");
    expect(publicAddress({ ...read({}), port: 9001 })).toBe("http://localhost:9001");
  });

  it.each([
    ["https://gh.example.gov.cn", "https://gh.example.gov.cn", true],
    ["https://GH.example.gov.cn:8443/", "https://gh.example.gov.cn:8443", true],
    ["http://localhost:8080", "http://localhost:8080", false],
    ["http://[::1]:8080", "http://[::1]:8080", false],
  ])("is taken as an origin: %s", (address, origin, secure) => {
    expect(publicAddress(at(address))).toBe(origin);
    expect(at(address).secure).toBe(secure);
  });

  it.each([
    ["https://gh.example.gov.cn", "gh.example.gov.cn"],
    ["https://gh.example.gov.cn", "javascript:alert(1)"],
    ["不要带路径", "https://gh.example.gov.cn/app"],
    ["不要带路径", "https://gh.example.gov.cn/?a=1"],
    ["不要带路径", "https://gh.example.gov.cn#a"],
    ["不要带路径", "https://a:b@gh.example.gov.cn"],
    ["要用 https", "http://gh.example.gov.cn"],
    ["要用 https", "http://localhost.evil.example"],
  ])("names the slip (%s) in %s", (words, address) => {
    expect(() => at(address)).toThrow(`NIANGJIA_ADDRESS: `);
    expect(() => at(address)).toThrow(words);
  });

  it("is asked for where people come by https", () => {
    expect(() => read({ NIANGJIA_SECURE: "true" })).toThrow("还要设置 NIANGJIA_ADDRESS");
  });
});
