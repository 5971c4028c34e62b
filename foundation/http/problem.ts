// Problem (出错答复): every refusal and failure as problem+json (RFC 9457) with a Chinese sentence and a way on.
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { z } from "zod";
import { type FieldFault, Refusal, refuse } from "../refusal.ts";
import { doorRefusals } from "./refusals.ts";

export const problemShape = z
  .object({
    type: z.literal("about:blank"),
    status: z.number().int(),
    code: z.string().describe("稳定的错误代码"),
    title: z.string().describe("发生了什么"),
    next: z.string().describe("接下来怎么办"),
    requestId: z.string(),
    fields: z.array(z.object({ path: z.string(), say: z.string() })).optional(),
    link: z.string().optional().describe("接下来可以打开的页面"),
  })
  .meta({ id: "Problem", description: "拒绝或出错的说明" });

interface ValidationFault {
  readonly instancePath: string;
  readonly message?: string;
}

const fieldFault = (fault: ValidationFault): FieldFault => ({
  path: fault.instancePath.split("/").filter(Boolean).join("."),
  say: fault.message ?? "填写不对",
});

/** Errors of PostgreSQL that mean “not here or not yours”, “someone was quicker”, “not now”. */
const databaseRefusals: Readonly<Record<string, keyof typeof doorRefusals>> = {
  "22021": "badCharacter",
  "22P05": "badCharacter",
  "23503": "conflict",
  "23505": "conflict",
  "40001": "conflict",
  "40P01": "conflict",
  "42501": "notFound",
  "57P01": "starting",
  "57P03": "starting",
  "53300": "starting",
  ECONNREFUSED: "starting",
  ECONNRESET: "starting",
};

/** What the driver says, which gives these no code. */
const lostConnection =
  /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect/;

/** What an error is to the caller. Anything not foreseen is a bug and says only that. */
export function asRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = (error.validation as readonly ValidationFault[]).map(fieldFault);
    return refuse(doorRefusals.unreadable, { fields, words: { count: fields.length } });
  }
  const { statusCode, code } = error as Partial<FastifyError>;
  const kind = code === undefined ? undefined : databaseRefusals[code];
  if (kind) return refuse(doorRefusals[kind]);
  if (lostConnection.test(error.message)) return refuse(doorRefusals.starting);
  if (statusCode === 413) return refuse(doorRefusals.tooLarge);
  if (statusCode === 415) return refuse(doorRefusals.wrongType);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const fields = [{ path: "", say: "内容不是能读懂的 JSON 或参数" }];
    return refuse(doorRefusals.unreadable, { fields, words: { count: 1 } });
  }
  return refuse(doorRefusals.broken);
}

export function sendProblem(error: Error, request: FastifyRequest, reply: FastifyReply): unknown {
  const refusal = asRefusal(error);
  const { status, code } = refusal.kind;
  if (status >= 500) request.log.error({ err: error, code }, "broken");
  const { retryAfterSeconds, fields, link } = refusal.details;
  if (retryAfterSeconds !== undefined) reply.header("retry-after", retryAfterSeconds);
  return reply
    .status(status)
    .type("application/problem+json")
    .send({
      type: "about:blank",
      status,
      code,
      title: refusal.message,
      next: refusal.next,
      requestId: request.id,
      ...(fields ? { fields } : {}),
      ...(link ? { link } : {}),
    });
}
