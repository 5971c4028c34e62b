// The room of data quality (数据质量治理), as the server takes it up.
import { unionStaff } from "@niangjia/foundation/roles";
import type { Room } from "@niangjia/foundation/room";
import { reactions } from "./reactions.ts";
import { routes } from "./routes.ts";
import { scoreSweep } from "./score.ts";
import { suspectsSweep } from "./suspects.ts";

export { scoreSweep, suspectsSweep };

export const room: Room = {
  word: "data-quality",
  title: "数据质量治理",
  platform: "realname",
  functions: [
    { id: "data-quality.score", title: "质量评分", may: unionStaff },
    { id: "data-quality.ranking", title: "质量排名", may: unionStaff },
    { id: "data-quality.suspects", title: "疑似重复与异常清单", may: unionStaff },
    { id: "data-quality.snapshot", title: "年报快照", may: unionStaff },
  ],
  routes,
  reactions,
  sweeps: [suspectsSweep, scoreSweep],
};
