// Proxies (代理): those one named and those one stands in for.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";

const readProxies = async () => (await answer(api.GET("/api/cases/proxies"))).rows;

export type ProxyRow = Awaited<ReturnType<typeof readProxies>>[number];

export const proxiesKey = ["cases", "proxies"];
export const proxiesQuery = queryOptions({ queryKey: proxiesKey, queryFn: readProxies });

export interface NewProxy {
  readonly deputy: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly functions?: string[];
  readonly reason: string;
}

export const nameProxy = (
  { functions = [], ...proxy }: NewProxy,
  headers: Record<string, string>,
) =>
  answer(
    api.POST("/api/cases/proxies", {
      body: { ...proxy, ...(functions.length > 0 ? { functions } : {}) },
      headers,
    }),
  );
