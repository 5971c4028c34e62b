// The HTTP server (接口服务): Fastify with the house's doors; built apart from listening.
import fastifyCookie from "@fastify/cookie";
import fastifyMultipart from "@fastify/multipart";
import fastifyRateLimit from "@fastify/rate-limit";
import fastifySwagger from "@fastify/swagger";
import fastifySwaggerUi from "@fastify/swagger-ui";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod";
import { z } from "zod";
import { newId } from "../ids.ts";
import type { Logger } from "../log.ts";
import { refuse } from "../refusal.ts";
import { type HandlerOptions, handlerOf, identifyRequest, permitOf } from "./handle.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { problemShape, sendProblem } from "./problem.ts";
import { doorRefusals, doorStatuses } from "./refusals.ts";
import { isCommand, type Route } from "./route.ts";
import { safetyHeaders } from "./safety-headers.ts";

export interface HttpOptions extends HandlerOptions {
  readonly routes: readonly Route[];
  readonly log: Logger;
  readonly version: string;
  /** Whether the database answers; for `/readyz`. */
  readonly ready: () => Promise<boolean>;
  /** Calls a minute for one account or address where a route does not say. */
  readonly callsAMinute?: number;
}

const bodyBytesAtMost = 1024 * 1024;

function responsesOf(route: Route): Record<number, z.ZodType> {
  const { contract } = route;
  const statuses = new Set<number>(doorStatuses);
  for (const refusal of contract.refusals ?? []) statuses.add(refusal.status);
  const problems = [...statuses].map((status) => [status, problemShape] as const);
  return {
    200: contract.answer ?? z.unknown().describe("文件"),
    ...Object.fromEntries(problems),
  };
}

function addRoute(app: FastifyInstance, route: Route, options: HttpOptions): void {
  const { contract } = route;
  const [room = "house"] = contract.id.split(".");
  app.route({
    method: contract.method,
    url: `/api${contract.path}`,
    schema: {
      operationId: contract.id,
      summary: contract.title,
      tags: [room],
      ...(contract.params ? { params: contract.params } : {}),
      ...(contract.query ? { querystring: contract.query } : {}),
      ...(contract.body ? { body: contract.body } : {}),
      ...(contract.upload ? { consumes: ["multipart/form-data"] } : {}),
      response: responsesOf(route),
    },
    config: {
      rateLimit: {
        max: route.callsAMinute ?? options.callsAMinute ?? 600,
        timeWindow: "1 minute",
        groupId: route.callsAMinute === undefined ? "house" : contract.id,
      },
    },
    preValidation: permitOf(route),
    handler: handlerOf(route, options),
  });
}

async function addDoors(app: FastifyInstance, options: HttpOptions): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart);
  app.decorateRequest("actor", null);
  app.decorateRequest("sessionToken", null);
  const safe = await safetyHeaders(options.secure ?? false);
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(safe).header("x-request-id", request.id);
    if (!request.url.startsWith("/api/")) return done();
    reply.header("cache-control", "no-store");
    identifyRequest(options, request).then(() => done(), done);
  });
  // Node writes a text by an encoding of its own that takes twice as long.
  app.addHook("onSend", (_request, _reply, payload, done) =>
    done(null, typeof payload === "string" ? Buffer.from(payload) : payload),
  );
  await app.register(fastifyRateLimit, {
    global: false,
    hook: "preHandler",
    keyGenerator: (request) => request.actor?.accountId ?? request.ip,
    errorResponseBuilder: (_request, context) => {
      const seconds = Math.ceil(context.ttl / 1000);
      return refuse(doorRefusals.tooMany, { words: { seconds }, retryAfterSeconds: seconds });
    },
  });
}

async function addApiPage(app: FastifyInstance, version: string): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "娘家 数字工会接口",
        version,
        description: "每个接口都写明谁可以用、会怎样被拒绝。",
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(fastifySwaggerUi, { routePrefix: "/api/docs" });
}

function addHealth(app: FastifyInstance, options: HttpOptions, metrics: Metrics): void {
  app.get("/healthz", { schema: { hide: true } }, async () => ({ ok: true }));
  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const ok = await options.ready();
    return reply.status(ok ? 200 : 503).send({ ok });
  });
  app.get("/metrics", { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

/** Builds the server with all routes; the caller listens or injects. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    bodyLimit: bodyBytesAtMost,
    forceCloseConnections: "idle",
    // Addresses are told by a proxy on this machine; nobody else is believed.
    trustProxy: "loopback",
    routerOptions: { maxParamLength: 200 },
    // What the router itself cannot read, such as a broken or endless path, names nothing we have.
    frameworkErrors: (_error, request, reply) =>
      sendProblem(refuse(doorRefusals.notFound), request, reply),
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error: Error, request, reply) => sendProblem(error, request, reply));
  await app.register(
    async (api) => {
      api.setNotFoundHandler(() => {
        throw refuse(doorRefusals.notFound);
      });
    },
    { prefix: "/api" },
  );
  const metrics = createMetrics(app);
  await addDoors(app, options);
  await addApiPage(app, options.version);
  addHealth(app, options, metrics);
  for (const route of options.routes) addRoute(app, route, options);
  app.log.debug({ commands: options.routes.filter((r) => isCommand(r.contract)).length }, "routes");
  return app;
}
