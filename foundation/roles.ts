// Roles (角色): what a post lets its holder do; rooms name roles, never accounts.

export const roles = {
  worker: "职工",
  member: "会员",
  officer: "工会干事",
  chair: "工会主席",
  cadre: "总工会干部",
  mediator: "调解员",
  lawyer: "律师",
  "system-admin": "系统管理员",
  "security-admin": "安全管理员",
  "audit-admin": "审计管理员",
  partner: "合作单位",
} as const;

export type Role = keyof typeof roles;

/** Union staff: they work on other people's rows, inside the union they hold a post at. */
export const unionStaff = ["officer", "chair", "cadre"] as const satisfies readonly Role[];

/**
 * They hold a post at a union for what they know, part-time and often from outside: of other people's
 * cases they see those they were asked to help with, and of its rows nothing else.
 */
export const caseHelpers = ["mediator", "lawyer"] as const satisfies readonly Role[];

/** Workers and members act for themselves and see their own rows. */
export const selves = ["worker", "member"] as const satisfies readonly Role[];

/** Anyone signed in for union work or for themselves, leaving out helpers, administrators and partners. */
export const everyoneServed = [...selves, ...unionStaff] as const;

export const isSelf = (role: Role): boolean => role === "worker" || role === "member";
