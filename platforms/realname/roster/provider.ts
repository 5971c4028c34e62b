// The identity provider (实名核验服务): who outside can tell whether a name and a number belong together.

/** Whole personal data: never logged. */
export interface AskedIdentity {
  readonly name: string;
  /** 18 characters. */
  readonly idNumber: string;
}

export type IdentityVerdict = "matched" | "mismatched" | "unknown";

export interface IdentityProvider {
  /** `unknown` (查无) is an answer; throws when the provider gave none. */
  check(asked: AskedIdentity): Promise<IdentityVerdict>;
}
