// Rating (评价): how the case was handled, in five grades and a few words; may be changed for a week.
import { useState } from "react";
import { post } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { LongBox } from "../ui/boxes.tsx";
import { FieldFrame } from "../ui/field.tsx";
import { Button, Card, Trouble } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import { Press } from "../ui/press.tsx";
import { dayWords } from "../words.ts";
import type { Case } from "./shown-case.ts";

/** From five stars down to one. */
const grades = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"] as const;
/** Where a notice leads that asks for one. */
export const ratingPart = "rating";
const starsOf = (grade: number): number => grades.length - grade;
const wordsAtMost = 200;

interface RatingProps {
  readonly shown: Case;
  readonly again: () => void;
}

export function Rating({ shown, again }: RatingProps) {
  const [changing, setChanging] = useState(false);
  const { rating, mayRate } = shown;
  if (mayRate && (changing || !rating)) {
    const done = () => {
      setChanging(false);
      again();
    };
    return <Giving shown={shown} again={done} />;
  }
  if (!rating) return null;
  return (
    <Card title={mayRate ? "您的评价" : "申请人的评价"}>
      <Part as="p">
        <Part as="b">{grades[grades.length - rating.stars]}</Part>
      </Part>
      {rating.words ? (
        <Part as="p" className="opinion">
          {rating.words}
        </Part>
      ) : null}
      <Part as="p" className="help">
        {dayWords(rating.ratedAt)}评价
        {mayRate ? `，${dayWords(rating.changeableUntil)}前可以改` : ""}
      </Part>
      {mayRate ? <Button onPress={() => setChanging(true)}>改评价</Button> : null}
    </Card>
  );
}

function Giving({ shown: { id, rating }, again }: RatingProps) {
  const [stars, setStars] = useState(rating?.stars);
  const [words, setWords] = useState(rating?.words ?? "");
  const giving = useCommand(
    (body: { stars: number; words: string }, key) =>
      post("/api/cases/{id}/rating", { params: { id }, body, key }),
    again,
  );
  return (
    <Card title="办得怎么样？" id={ratingPart}>
      <Part className="choices" role="radiogroup" label="满意程度">
        {grades.map((grade, index) => (
          <Press
            key={grade}
            className={`choice ${stars === starsOf(index) ? "choice-on" : ""}`}
            chosen={stars === starsOf(index)}
            onPress={() => setStars(starsOf(index))}
          >
            {grade}
          </Press>
        ))}
      </Part>
      <FieldFrame id="rating-words" title="想说的话" optional>
        <LongBox
          id="rating-words"
          title="想说的话"
          value={words}
          onValue={setWords}
          maxLength={wordsAtMost}
        />
      </FieldFrame>
      {giving.problem ? <Trouble problem={giving.problem} /> : null}
      <Button
        kind="main"
        busy={giving.busy}
        disabled={stars === undefined}
        onPress={() => stars !== undefined && giving.run({ stars, words: words.trim() })}
      >
        提交评价
      </Button>
    </Card>
  );
}
