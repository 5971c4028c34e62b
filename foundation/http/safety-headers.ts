// Safety headers (安全响应头): what every answer tells the browser never to do.
import fastifyHelmet from "@fastify/helmet";
import Fastify from "fastify";

/** Of one answer, not of every. */
const ownOfAnAnswer = new Set(["connection", "content-length", "date"]);

/**
 * The headers that helmet gives with our choices. They are the same for every answer, so helmet is asked once, as the
 * server is built; `secure` when people reach the house by https.
 */
export async function safetyHeaders(secure: boolean): Promise<Record<string, string>> {
  const app = Fastify();
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    strictTransportSecurity: secure,
  });
  app.get("/", (_request, reply) => reply.send());
  const { headers } = await app.inject("/");
  await app.close();
  const kept = Object.entries(headers).filter(([name]) => !ownOfAnAnswer.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
