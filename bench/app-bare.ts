// The bare page (对照页面): one button in plain HTML, the least that any home can cost on this network and phone.
import Fastify from "fastify";
import { tellListening } from "./child.ts";

const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>对照</title>
<div class="member-card"><button class="button-main">加入工会</button></div></html>`;

const app = Fastify();
app.get("/*", (_request, reply) => reply.type("text/html; charset=utf-8").send(page));
await app.listen({ port: 0, host: "127.0.0.1" });
tellListening(app.server);
