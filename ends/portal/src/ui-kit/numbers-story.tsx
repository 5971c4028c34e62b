// Numbers (数字样张): stats with their change and trend, and charts with their table.
import { Chart } from "../ui/chart/chart.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Columns, Section } from "../ui/section.tsx";
import { Stat, Stats } from "../ui/stat.tsx";

const months = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月"];
const counties = [
  "长沙县",
  "浏阳市",
  "宁乡市",
  "岳麓区",
  "雨花区",
  "天心区",
  "开福区",
  "芙蓉区",
  "望城区",
];

export function NumbersStory() {
  return (
    <>
      <PageHead title="长沙市工会概况" sentence="截至今天 0 时的数字，点数字看明细。" />
      <Figures />
      <div style={{ marginTop: 16 }}>
        <Charts />
      </div>
    </>
  );
}

function Figures() {
  const than = "比上月";
  return (
    <Stats>
      <Stat
        title="会员"
        value={1_286_403}
        unit="人"
        to="#"
        change={{ by: 3120, than }}
        trend={[3, 4, 4, 5, 7, 8, 9, 9, 11]}
      />
      <Stat
        title="基层工会"
        value={18_214}
        unit="个"
        to="#"
        change={{ by: -12, than }}
        trend={[9, 9, 8, 9, 8, 8, 7, 7, 7]}
      />
      <Stat
        title="数据质量"
        value="92.6"
        unit="分"
        to="#"
        help="完整、有效、唯一、及时、一致五项得分的平均。"
        change={{ by: 0, than }}
        trend={[90, 91, 91, 92, 92, 93, 92, 92, 92]}
      />
      <Stat title="超期办件" value={7} unit="件" to="#" late="最长已超期 4 个工作日" />
    </Stats>
  );
}

const thousands = (...values: number[]) => values.map((value) => Math.round(value * 1000));

const members = [
  { title: "单位职工", values: thousands(920, 921, 925, 928, 931, 935, 939, 941, 945, 950, 952) },
  {
    title: "新就业形态",
    values: thousands(210, 221, 235, 248, 261, 275, 289, 301, 315, 330, 334.4),
  },
];

const joined = [
  { title: "新入会", values: [28_410, 24_100, 20_220, 18_040, 15_880, 12_130, 9870, 7420, 3010] },
];

function Charts() {
  return (
    <Columns>
      <Section>
        <Chart title="会员人数" kind="line" axis="月份" unit="人" names={months} series={members} />
      </Section>
      <Section>
        <Chart
          title="各县（市、区）本年新入会"
          kind="rank"
          axis="县（市、区）"
          unit="人"
          names={counties}
          series={joined}
          onPick={() => undefined}
        />
      </Section>
    </Columns>
  );
}
