// The bare peer (对照服务): Fastify with one route that answers given bytes; no session, no database, no record.
import { readFileSync } from "node:fs";
import Fastify from "fastify";
import { tellListening } from "./child.ts";

const [file = ""] = process.argv.slice(2);
const body = readFileSync(file, "utf8");

const app = Fastify();
app.get("/*", (_request, reply) => reply.type("application/json; charset=utf-8").send(body));
await app.listen({ port: 0, host: "127.0.0.1" });
tellListening(app.server);
