// What we use of the library pg that its types do not tell.
declare module "pg/lib/utils.js" {
  /** A value as PostgreSQL reads it as a parameter; null for null and undefined. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
