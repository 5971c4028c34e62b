// Messages of the demo (演示消息): what would have gone to phones, by short message, by WeChat and by push, on a page; only in a house of invented people.
import { asHouse } from "@niangjia/foundation/elevate";
import { type Asked, type Route, route } from "@niangjia/foundation/http";
import { sql } from "kysely";
import { z } from "zod";

const contract = {
  id: "notices.demo-messages",
  title: "演示消息",
  method: "GET",
  path: "/demo/messages",
  query: z.object({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        channel: z.enum(["sms", "wechat", "push"]),
        to: z.string(),
        title: z.string().nullable(),
        text: z.string(),
        state: z.enum(["queued", "sent", "failed"]),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly channel: "sms" | "wechat" | "push";
  readonly title: string | null;
  readonly to_cipher: Buffer;
  readonly to_mask: string;
  readonly text_cipher: Buffer;
  readonly state: "queued" | "sent" | "failed";
}

export function demoMessagesRoute(): Route {
  return route(contract, {
    may: "anyone",
    async run(act, { query }: Asked<typeof contract>) {
      const { page, size } = query;
      return asHouse(act, async ({ tx, keys }) => {
        const { rows } =
          await sql<Row>`select id, at, channel, title, to_cipher, to_mask, text_cipher, state
          from exchange.messages order by at desc, id desc
          limit ${size} offset ${(page - 1) * size}`.execute(tx);
        const counted = await sql<{ total: number }>`
          select count(*) as total from exchange.messages`.execute(tx);
        const shown = rows.map(({ id, at, to_cipher, to_mask, text_cipher, ...row }) => ({
          ...row,
          id,
          at: at.toISOString(),
          to:
            row.channel === "push"
              ? to_mask
              : keys.decrypt({ field: "message.to", row: id }, to_cipher),
          text: keys.decrypt({ field: "message.text", row: id }, text_cipher),
        }));
        return { rows: shown, total: counted.rows[0]?.total ?? 0, page, size };
      });
    },
  });
}
