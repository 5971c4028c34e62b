// Credentials (登录凭证): what the password form sends, and what a demo account fills in.
export interface Credentials {
  readonly phone: string;
  readonly password: string;
  readonly totp?: string | undefined;
}
