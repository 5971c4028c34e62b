// Remembered (记住的答案): a pure function that keeps its answers, for texts that come again and again down a column.

const entriesAtMost = 50_000;

/** Forgets everything once there are too many: what comes often is soon known again. Answers are never undefined. */
export function remembered<Answer extends object | string | null>(
  answer: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= entriesAtMost) known.clear();
    const made = answer(text);
    known.set(text, made);
    return made;
  };
}
