// The HTTP door of the foundation (接口): contracts, routes, refusals, server.
export type { Answer, Asked, Contract, Download, Upload } from "./contract.ts";
export { sessionCookie } from "./handle.ts";
export { problemShape } from "./problem.ts";
export { receiptSweep } from "./receipts.ts";
export { doorRefusals } from "./refusals.ts";
export { isCommand, type May, type Route, type RouteOptions, route } from "./route.ts";
export { createHttp, type HttpOptions } from "./server.ts";
