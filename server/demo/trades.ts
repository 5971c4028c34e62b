// The trades (行业) of the demo: what employers are called, and who works there at what.
import { tally, tallyOf, type Weighted, weigh } from "./random.ts";
import { type FirmType, firmTypes, type GigGroup, type Industry } from "./words.ts";

/** How far the people of a trade went to school, as a rule. */
export type Schooling = "low" | "middle" | "high";

export interface Trade {
  readonly industry: Industry;
  /**
   * The words between the brand and 有限公司 in names of firms; empty where the trade has no firms
   * here.
   */
  readonly firmWords: readonly string[];
  /** Null where the form of 2015 knows no class for the employer (村民委员会). */
  readonly firmTypes: Weighted<FirmType> | null;
  readonly jobs: Weighted<string>;
  readonly schooling: Schooling;
  readonly maleShare: number;
  /** Share of those with a rural household who are migrant workers (农民工). */
  readonly migrantShare: number;
  /** Share of workers who hold one of the eight skill grades. */
  readonly skilledShare: number;
  /** Gig workers (新就业形态劳动者) have no fixed employer but belong to a group. */
  readonly gigGroup: GigGroup | null;
  /** The trade's words in the name of its union (…行业工会联合会); gig trades have one. */
  readonly unionWord: string | null;
}

const privateFirms = tallyOf(
  firmTypes,
  "私营企业80 其他有限责任公司15 港澳台商投资企业3 外商投资企业2",
);
const mixedFirms = tallyOf(
  firmTypes,
  "私营企业62 其他有限责任公司22 国有控股股份有限公司8 其他股份有限公司5 外商投资企业3",
);

const only = (type: FirmType): Weighted<FirmType> => weigh([[type, 1]]);

const firmTrade = (trade: Partial<Trade> & Pick<Trade, "industry" | "firmWords" | "jobs">) => ({
  firmTypes: mixedFirms,
  schooling: "middle" as Schooling,
  maleShare: 0.5,
  migrantShare: 0.4,
  skilledShare: 0.1,
  gigGroup: null,
  unionWord: null,
  ...trade,
});

/** Gig workers of one group, who join through the trade's union. */
const gigTrade = (
  trade: Pick<Trade, "industry" | "firmWords" | "maleShare"> & {
    gigGroup: GigGroup;
    unionWord: string;
  },
) => ({
  firmTypes: privateFirms,
  jobs: weigh([[trade.gigGroup, 1]]),
  schooling: "low" as Schooling,
  migrantShare: 0.8,
  skilledShare: 0.04,
  ...trade,
});

const tradeTable = {
  机械: firmTrade({
    industry: "制造业",
    firmWords: ["机械制造", "重工机械", "汽车零部件", "精密模具", "轨道装备"],
    jobs: tally(
      "装配钳工9 焊工8 数控车工7 铣工4 磨工2 起重工3 质检员4 机修钳工4 维修电工4 仓库管理员3 班组长3 工艺工程师3 会计1 行政专员1",
    ),
    maleShare: 0.76,
    migrantShare: 0.5,
    skilledShare: 0.55,
  }),
  电子: firmTrade({
    industry: "制造业",
    firmWords: ["电子科技", "光电科技", "智能装备", "新材料"],
    jobs: tally(
      "电子装配工14 贴片操作工6 质检员5 设备技术员4 仓库管理员2 班组长3 研发工程师3 人事专员1 会计1",
    ),
    maleShare: 0.44,
    migrantShare: 0.5,
    skilledShare: 0.3,
  }),
  轻工: firmTrade({
    industry: "制造业",
    firmWords: ["食品", "茶业", "陶瓷", "鞋业", "服饰", "竹木制品", "包装印刷"],
    firmTypes: privateFirms,
    jobs: tally(
      "缝纫工6 食品加工工6 包装工8 陶瓷成型工4 质检员3 设备维修工3 仓库管理员3 班组长2 销售员2 会计1",
    ),
    schooling: "low",
    maleShare: 0.38,
    migrantShare: 0.55,
    skilledShare: 0.22,
  }),
  建筑: firmTrade({
    industry: "建筑业",
    firmWords: ["建设工程", "建筑劳务", "路桥工程", "装饰工程", "水利水电工程"],
    jobs: tally(
      "钢筋工8 混凝土工7 架子工5 木工6 砌筑工6 电工4 塔吊司机2 施工员4 安全员3 资料员2 造价员1",
    ),
    schooling: "low",
    maleShare: 0.87,
    migrantShare: 0.85,
    skilledShare: 0.35,
  }),
  物流: firmTrade({
    industry: "交通运输、仓储和邮政业",
    firmWords: ["物流", "仓储服务", "公共交通", "客运"],
    jobs: tally("公交驾驶员8 装卸工6 调度员3 仓库管理员5 叉车司机4 安检员2 车辆维修工3 客服专员2"),
    maleShare: 0.74,
    skilledShare: 0.15,
  }),
  商贸: firmTrade({
    industry: "批发和零售业",
    firmWords: ["商贸", "百货", "连锁超市", "医药连锁", "农产品贸易"],
    jobs: tally("收银员7 理货员7 导购员8 店长2 采购员2 配货员3 会计1"),
    maleShare: 0.3,
    migrantShare: 0.35,
  }),
  餐饮: firmTrade({
    industry: "住宿和餐饮业",
    firmWords: ["餐饮管理", "酒店管理", "大酒店"],
    firmTypes: privateFirms,
    jobs: tally("中式烹调师6 餐厅服务员9 前台接待3 客房服务员5 面点师2 传菜员3 收银员2 店长1"),
    schooling: "low",
    maleShare: 0.4,
    migrantShare: 0.6,
    skilledShare: 0.12,
  }),
  物业: firmTrade({
    industry: "房地产业",
    firmWords: ["物业服务", "物业管理"],
    jobs: tally("保洁员8 物业管理员5 水电维修工4 绿化工3 客服专员3 秩序维护员6"),
    schooling: "low",
    maleShare: 0.52,
    migrantShare: 0.5,
  }),
  软件: firmTrade({
    industry: "信息传输、软件和信息技术服务业",
    firmWords: ["信息技术", "软件", "网络科技", "数据服务"],
    jobs: tally("软件工程师9 测试工程师4 运维工程师3 产品经理3 客服专员5 美术设计师2 人事专员1"),
    schooling: "high",
    maleShare: 0.62,
    migrantShare: 0.15,
    skilledShare: 0.06,
  }),
  农业: firmTrade({
    industry: "农、林、牧、渔业",
    firmWords: ["生态农业", "农业开发", "茶叶种植", "水产养殖", "林业"],
    firmTypes: privateFirms,
    jobs: tally("种植工8 采茶工4 养殖工4 农机驾驶员2 农技员2 护林员2 加工工3 会计1"),
    schooling: "low",
    maleShare: 0.5,
    migrantShare: 0.2,
  }),
  学校: firmTrade({
    industry: "教育",
    firmWords: [],
    firmTypes: only("事业单位"),
    jobs: tally(
      "语文教师5 数学教师5 英语教师4 科学教师2 体育教师2 班主任3 实验员1 后勤人员2 校医1",
    ),
    schooling: "high",
    maleShare: 0.34,
    migrantShare: 0.02,
    skilledShare: 0.02,
  }),
  医院: firmTrade({
    industry: "卫生和社会工作",
    firmWords: [],
    firmTypes: only("事业单位"),
    jobs: tally("护士12 医师8 药师2 检验技师2 影像技师1 收费员2 护理员3 后勤人员2"),
    schooling: "high",
    maleShare: 0.24,
    migrantShare: 0.03,
    skilledShare: 0.03,
  }),
  村社区: firmTrade({
    industry: "公共管理、社会保障和社会组织",
    firmWords: [],
    firmTypes: null,
    jobs: tally("社区工作者3 网格员3 种植户4 养殖户2 泥瓦工3 木工2 零工4 个体店员3 公益岗保洁员2"),
    schooling: "low",
    maleShare: 0.54,
    migrantShare: 0.45,
    skilledShare: 0.05,
  }),
  快递: gigTrade({
    industry: "交通运输、仓储和邮政业",
    firmWords: ["速运", "快运"],
    maleShare: 0.86,
    gigGroup: "快递员",
    unionWord: "快递",
  }),
  送餐: gigTrade({
    industry: "住宿和餐饮业",
    firmWords: ["即时配送服务"],
    maleShare: 0.9,
    gigGroup: "外卖配送员",
    unionWord: "外卖配送",
  }),
  货运: gigTrade({
    industry: "交通运输、仓储和邮政业",
    firmWords: ["货运"],
    maleShare: 0.96,
    gigGroup: "货车司机",
    unionWord: "道路货运",
  }),
  网约车: gigTrade({
    industry: "交通运输、仓储和邮政业",
    firmWords: ["出行服务"],
    maleShare: 0.92,
    gigGroup: "网约车司机",
    unionWord: "网约车",
  }),
  家政: gigTrade({
    industry: "居民服务、修理和其他服务业",
    firmWords: ["家政服务"],
    maleShare: 0.08,
    gigGroup: "家政服务员",
    unionWord: "家政服务",
  }),
  护理: gigTrade({
    industry: "卫生和社会工作",
    firmWords: ["养老护理服务"],
    maleShare: 0.15,
    gigGroup: "护工护理员",
    unionWord: "养老护理",
  }),
  商场: gigTrade({
    industry: "批发和零售业",
    firmWords: ["商场管理"],
    maleShare: 0.25,
    gigGroup: "商场信息员",
    unionWord: "商贸市场",
  }),
  中介: gigTrade({
    industry: "房地产业",
    firmWords: ["房产经纪"],
    maleShare: 0.55,
    gigGroup: "房产中介员",
    unionWord: "房产中介",
  }),
  保安: gigTrade({
    industry: "租赁和商务服务业",
    firmWords: ["保安服务"],
    maleShare: 0.93,
    gigGroup: "保安员",
    unionWord: "保安",
  }),
} satisfies Record<string, Trade>;

export type TradeName = keyof typeof tradeTable;

export const trades: Readonly<Record<TradeName, Trade>> = tradeTable;
export const tradeNames = Object.keys(tradeTable) as TradeName[];

export const gigTradeNames = tradeNames.filter((name) => trades[name].gigGroup);
export const firmTradeNames = tradeNames.filter(
  (name) => trades[name].firmWords.length > 0 && !trades[name].gigGroup,
);
