// Credentials (登录凭证): what the password form sends, and what a demo account fills in.
export interface Credentials {
  readonly phone: string;
  /** Empty for those who sign in by a code alone. */
  readonly password: string;
  readonly totp?: string | undefined;
}
