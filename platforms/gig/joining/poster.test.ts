// Posters: one sheet that leads to the house itself, whatever a request claims, and is nobody else's to print.
import { qrPng, qrSquares } from "@niangjia/foundation/codes";
import { describe, expect, it } from "vitest";
import { rectanglesOf } from "../../../foundation/pdf/fixtures/extract.ts";
import { tree } from "../../../server/testing.ts";
import { address, makeEvent, openHouse } from "./testing.ts";

const pixelsASquare = 16;

describe("a poster", () => {
  it("prints as one sheet with the code, however much it says, and is nobody else's to see", async () => {
    const house = await openHouse();
    const longest = { title: "快递小哥集中入会".repeat(5), place: "星沙物流园一号门".repeat(7) };
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer, longest);
    const at = `/api/joining/invitations/${event.id}`;
    const sheet = await officer.get(`${at}/poster`);
    expect(sheet.bytes.toString("latin1", 0, 5)).toBe("%PDF-");
    expect(sheet.bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
    const stranger = await house.signIn("officer", tree.otherFirm);
    for (const part of ["poster", "qr", "arrivals"]) {
      expect((await stranger.get(`${at}/${part}`)).body.code).toBe("joining.not-found");
    }
    expect((await stranger.post(`${at}/admit`, {})).body.code).toBe("joining.not-found");
  });

  it("leads to the address the operator set, whatever a request claims", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer);
    const link = `${address}/app/fill?j=${event.code}`;
    const own = await qrPng(link, pixelsASquare);
    const asked = async (part: string) =>
      (
        await house.app.inject({
          url: `/api/joining/invitations/${event.id}/${part}?site=https%3A%2F%2Fevil.example`,
          headers: {
            authorization: `Bearer ${officer.token}`,
            host: "evil.example",
            "x-forwarded-host": "evil.example",
            origin: "https://evil.example",
          },
        })
      ).rawPayload;
    expect((await asked("qr")).equals(own)).toBe(true);
    const dark = qrSquares(link).flat().filter(Boolean).length;
    const tableRows = 4;
    expect(rectanglesOf(await asked("poster"), 0) - 2 * tableRows).toBe(dark);
  });
});
