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
      <Stats>
        <Stat
          title="会员"
          value={1_286_403}
          unit="人"
          to="#"
          change={{ by: 3120, than: "比上月" }}
          trend={[3, 4, 4, 5, 7, 8, 9, 9, 11]}
        />
        <Stat
          title="基层工会"
          value={18_214}
          unit="个"
          to="#"
          change={{ by: -12, than: "比上月" }}
          trend={[9, 9, 8, 9, 8, 8, 7, 7, 7]}
        />
        <Stat
          title="数据质量"
          value="92.6"
          unit="分"
          to="#"
          help="完整、有效、唯一、及时、一致五项得分的平均。"
          change={{ by: 0, than: "比上月" }}
          trend={[90, 91, 91, 92, 92, 93, 92, 92, 92]}
        />
        <Stat title="超期办件" value={7} unit="件" to="#" late="最长已超期 4 个工作日" />
      </Stats>
      <div style={{ marginTop: 16 }}>
        <Columns>
          <Section>
            <Chart
              title="会员人数"
              kind="line"
              axis="月份"
              unit="人"
              names={months}
              series={[
                {
                  title: "单位职工",
                  values: [
                    920_100, 921_300, 925_000, 928_400, 931_000, 934_900, 938_800, 941_000, 945_200,
                    949_900, 952_000,
                  ],
                },
                {
                  title: "新就业形态",
                  values: [
                    210_000, 221_300, 235_000, 248_400, 261_000, 274_900, 288_800, 301_000, 315_200,
                    329_900, 334_403,
                  ],
                },
              ]}
            />
          </Section>
          <Section>
            <Chart
              title="各县（市、区）本年新入会"
              kind="rank"
              axis="县（市、区）"
              unit="人"
              names={counties}
              series={[
                {
                  title: "新入会",
                  values: [28_410, 24_100, 20_220, 18_040, 15_880, 12_130, 9870, 7420, 3010],
                },
              ]}
              onPick={() => undefined}
            />
          </Section>
        </Columns>
      </div>
    </>
  );
}
