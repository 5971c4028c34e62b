// Proposals and open management (提案与厂务公开) as the ends see them.
export * from "./disclosure-contract.ts";
export * from "./proposal-contract.ts";
export { refusals } from "./refusals.ts";
export * from "./selection-contract.ts";
export * from "./words.ts";
