// Filing (提交申请): looked at first; where something should be known it is told, and sent again unchanged it is filed.
import { useState } from "react";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import { type Facts, filledIn } from "./functions.ts";

interface Filing {
  readonly send: (facts: Facts) => void;
  /** To be read before it is sent once more. */
  readonly advice: readonly string[];
  /** What was told held for the form as it was. */
  readonly changed: () => void;
  readonly sending: boolean;
  readonly error: unknown;
}

export function useFiling(id: string, onFiled: (caseId: string) => void): Filing {
  const [advice, tell] = useState<readonly string[]>([]);
  const params = { path: { id } };
  const file = useCommand(
    (facts: Facts, headers) =>
      answer(api.POST("/api/cases/functions/{id}/file", { params, body: { facts }, headers })),
    { refresh: [["desk"], ["me"]], onDone: (filed) => onFiled(filed.id) },
  );
  const look = useCommand(
    async (facts: Facts, headers) => ({
      facts,
      ...(await answer(
        api.POST("/api/cases/functions/{id}/advice", { params, body: { facts }, headers }),
      )),
    }),
    {
      refresh: [],
      onDone: ({ facts, advice: told }) => (told.length > 0 ? tell(told) : file.mutate(facts)),
    },
  );
  return {
    send: (answers) => {
      const facts = filledIn(answers);
      file.reset();
      look.reset();
      if (advice.length > 0) file.mutate(facts);
      else look.mutate(facts);
    },
    advice,
    changed: () => tell([]),
    sending: look.isPending || file.isPending,
    error: file.error ?? look.error,
  };
}
