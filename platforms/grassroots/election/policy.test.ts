// The examples of both policies of the room, each decided and replayed.
import { casesOf } from "@niangjia/engine/policy";
import { describe, expect, test } from "vitest";
import { adjustPolicy } from "./adjust-policy.ts";
import { renewPolicy } from "./renew-policy.ts";

describe("whether a renewal stands", () => {
  test.each(casesOf(new URL("./renew.cases.yaml", import.meta.url), renewPolicy))(
    "$title",
    ({ run, wanted }) => expect(run()).toEqual(wanted),
  );
});

describe("whether a change in office stands", () => {
  test.each(casesOf(new URL("./adjust.cases.yaml", import.meta.url), adjustPolicy))(
    "$title",
    ({ run, wanted }) => expect(run()).toEqual(wanted),
  );
});
