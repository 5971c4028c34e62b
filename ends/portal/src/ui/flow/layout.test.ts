// Tests of the flow's picture (流程图排版): nothing lies over anything else, and it fits the sheet.
import { expect, test } from "vitest";
import { type FlowArm, type FlowStage, layOut, type Picture } from "./layout.ts";
import { linesOf } from "./letters.ts";

const stage = (id: string, arms?: FlowArm[]): FlowStage => ({
  id,
  title: `${id}步`,
  who: "县级总工会干部",
  state: "ahead",
  ...(arms ? { arms } : {}),
});
const arm = (title: string, ...stages: FlowStage[]): FlowArm => ({ title, taken: true, stages });

const flow: readonly FlowStage[] = [
  stage("一"),
  stage("叉", [
    arm("甲", stage("二"), stage("里叉", [arm("丙", stage("三")), arm("丁")])),
    arm("乙", stage("四")),
    arm("戊", stage("五"), stage("六")),
  ]),
  stage("七"),
];

function overlaps({ boxes }: Picture): string[] {
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => {
      const apart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      return apart ? [] : [`${one.stage.id} over ${other.stage.id}`];
    }),
  );
}

test.each([1200, 640, 326])(
  "on a sheet %i px wide every box is there once and none lies over another",
  (room) => {
    const picture = layOut(flow, { room, tells: true });
    expect(picture.boxes.map(({ stage: { id } }) => id).sort()).toEqual(
      [..."一二三四五六七叉", "里叉"].sort(),
    );
    expect(overlaps(picture)).toEqual([]);
    for (const { x, y, width, height } of picture.boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(picture.width);
      expect(y + height).toBeLessThanOrEqual(picture.height);
    }
  },
);

test("a phone's sheet is never wider than the phone", () => {
  expect(layOut(flow, { room: 326, tells: true }).width).toBeLessThanOrEqual(326);
});

test("where there is room arms stand beside each other, else under each other", () => {
  const tops = (room: number) => {
    const { boxes } = layOut(flow, { room, tells: false });
    return ["二", "四", "五"].map((id) => boxes.find((box) => box.stage.id === id)?.y);
  };
  expect(new Set(tops(1200)).size).toBe(1);
  expect(new Set(tops(326)).size).toBe(3);
});

test("steps come in their order from top to bottom, later ones below all arms", () => {
  const { boxes } = layOut(flow, { room: 1200, tells: false });
  const last = boxes.find(({ stage: { id } }) => id === "七")!;
  for (const box of boxes) if (box !== last) expect(box.y + box.height).toBeLessThan(last.y);
});

test("before there is a case no way is chosen yet", () => {
  const one = [stage("叉", [arm("甲", stage("一")), { ...arm("乙", stage("二")), taken: false }])];
  expect(layOut(one, { room: 1200, tells: false }).lines.some(({ idle }) => idle)).toBe(false);
});

test("an arm that is not taken has idle lines, its words too", () => {
  const one = [stage("叉", [arm("甲", stage("一")), { ...arm("乙", stage("二")), taken: false }])];
  const { labels, lines } = layOut(one, { room: 1200, tells: true });
  expect(labels.map(({ text, idle }) => [text, idle])).toEqual([
    ["甲", false],
    ["乙", true],
  ]);
  expect(lines.filter(({ idle }) => idle)).toHaveLength(2);
});

test("words are cut into lines, and what does not fit says so", () => {
  expect(linesOf("县级总工会审批", 11, 2)).toEqual(["县级总工会审批"]);
  expect(linesOf("省总工会、市总工会、县总工会一起审批", 8, 2)).toEqual([
    "省总工会、市总工",
    "会、县总工会一…",
  ]);
});

test("a wait and a notice have shapes of their own and say how long they last", () => {
  const lasting = (kind: "wait" | "notice"): FlowStage => ({
    ...{ ...stage(kind), kind },
    who: "5 个工作日",
  });
  const { boxes } = layOut([stage("一"), lasting("wait"), lasting("notice")], {
    ...{ room: 640, tells: true },
  });
  expect(boxes.map(({ kind }) => kind)).toEqual(["step", "wait", "notice"]);
  expect(boxes.map(({ who }) => who[0])).toEqual([
    ...["县级总工会干部", "等候 5 个工作日", "公示 5 个工作日"],
  ]);
});

test("a way that may yet be taken is drawn as one that is, and says that it is open", () => {
  const open = { ...arm("甲", stage("二")), taken: false, open: true };
  const idle = { ...arm("延期办理并另行报告"), taken: false };
  const picture = layOut([stage("叉", [open, idle])], { room: 640, tells: true });
  expect(picture.labels.map((label) => [label.idle, label.open])).toEqual([
    [false, true],
    [true, false],
  ]);
  const label = picture.labels[1]!;
  const half = (`${label.text}（不经过）`.length * 13) / 2;
  expect(label.x + half).toBeLessThanOrEqual(picture.width);
});
