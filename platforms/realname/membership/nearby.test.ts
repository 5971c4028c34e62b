// Nearby counties: each has a seat on file, the nearest comes first, and what is far away finds none.
import { describe, expect, it } from "vitest";
import { divisionsAt } from "../../../server/demo/divisions.ts";
import { nearestSeats, seats } from "./nearby.ts";
import { openHouse } from "./testing.ts";

describe("seats of counties", () => {
  it("are on file for every county of the province, each once and inside it", () => {
    const counties = divisionsAt("county").filter(({ zone }) => !zone);
    const codes = seats.map(({ division }) => division);
    expect([...codes].sort()).toEqual(counties.map(({ code }) => code).sort());
    for (const { division, longitude, latitude } of seats) {
      expect(longitude > 108.7 && longitude < 114.3, division).toBe(true);
      expect(latitude > 24.6 && latitude < 30.2, division).toBe(true);
    }
  });

  it("are named nearest first, three at most, and not from another province", () => {
    const near = nearestSeats({ longitude: 113.09, latitude: 28.24 });
    expect(near).toHaveLength(3);
    expect(near[0]).toMatchObject({ division: "430121" });
    expect(nearestSeats({ longitude: 116.4, latitude: 39.9 })).toEqual([]);
  });
});

describe("places nearby", () => {
  it("are the counties with a federation, and lead to the unions one may join", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const { body } = await worker.get("/api/membership/places?longitude=113.09&latitude=28.24");
    expect(body.rows[0]).toEqual({ division: "430121", unionName: "长沙县总工会", kilometres: 1 });
    const [{ division }] = body.rows;
    const unions = await worker.get(`/api/membership/unions?division=${division}`);
    expect(unions.body.rows).toMatchObject([{ name: "长沙县总工会" }]);
  });

  it("are none where the phone says nonsense or is far away", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const ask = (query: string) => worker.get(`/api/membership/places?${query}`);
    expect((await ask("longitude=2.35&latitude=48.86")).body).toEqual({ rows: [] });
    expect((await ask("longitude=999&latitude=28")).status).toBe(400);
    expect((await ask("latitude=28")).status).toBe(400);
  });
});
