// Security of one's own account (账号安全): what is asked and what comes back.
import { queryOptions } from "@tanstack/react-query";
import { type AnswerAt, readAt } from "../../client.ts";

export type Security = AnswerAt<"/api/access/security">;

export const securityQuery = queryOptions({
  queryKey: ["security"],
  queryFn: () => readAt("/api/access/security", {}),
});

/** Beside every new password, before the server is asked. */
export const passwordHelp =
  "至少 10 个字符，有大写字母、小写字母、数字、符号中的三种；16 个字符以上的不限。不能有姓名、手机号和 12345 这样连着的字符。";
