// The database door of the foundation (数据库).
export { clientOf, entrust, fixed, plannedAnew, ringOnCommit } from "./connection.ts";
export { type CopyValue, copyRows } from "./copy.ts";
export { Database, type TransactionOptions } from "./database.ts";
export { startPostgres } from "./launcher.ts";
export { findMigrations, type Migration, migrate } from "./migrate.ts";
export { overtakenWhen } from "./overtaken.ts";
export { databaseRoles, loginRole } from "./scope.ts";
export { together, type Write, write } from "./together.ts";
