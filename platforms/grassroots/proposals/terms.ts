// What both flows hold beside their terms (办理要求): plain numbers; `terms.test.ts` holds them equal to the parameters.

export const terms = {
  secondersAtLeast: 2,
  answerExtension: 10,
  questionExtension: 5,
} as const;

/** Cited by every step: no document names these days, the house proposes them. */
export const basis = "本系统默认值（提案和质询的办理期限由单位规定，未见文件规定）";
