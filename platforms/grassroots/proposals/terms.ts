// Terms of both flows (办理期限): plain numbers as definitions hold them; `terms.test.ts` holds them equal to the parameters.

export const terms = {
  secondersAtLeast: 2,
  secondWithin: 30,
  fileWithin: 5,
  answerWithin: 20,
  answerExtension: 10,
  approveWithin: 3,
  rateWithin: 10,
  answerAgainWithin: 10,
  questionPassWithin: 2,
  questionAnswerWithin: 10,
  questionExtension: 5,
} as const;

/** Cited by every step: no document names these days, the house proposes them. */
export const basis = "本系统默认值（提案和质询的办理期限由单位规定，未见文件规定）";
