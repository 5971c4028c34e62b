// The stock (姓名用字) for names of invented people; frequencies are rough and lean towards Hunan.

/** Surnames of Han people with a weight each, about per mille; 欧阳 is truly frequent in Hunan. */
export const surnames =
  "李70 刘66 王52 陈51 张50 周42 黄36 杨36 罗27 唐25 彭24 吴23 谭21 胡21 肖20 邓19 何19 谢18 曾18 蒋15 朱14 徐13 " +
  "郭12 赵12 易11 袁11 廖11 曹10 贺10 熊9 马9 孙9 许9 龙9 欧阳9 夏8 尹8 文8 宋8 林8 高8 段7 雷7 钟7 邹7 戴7 " +
  "毛6 汤6 姚6 石6 余6 莫5 梁5 郑5 沈5 傅5 江5 丁5 范5 方5 颜5 阳5 欧5 伍5 覃5 田5 向5 万4 卢4 魏4 任4 冯4 董4 " +
  "程4 蔡4 苏4 叶4 杜4 潘4 左4 匡3 瞿3 柳3 喻3 凌3 成3 宁3 申3 舒3 旷2 符2 滕2 粟2 聂2 晏2 盛2 楚2 皮2 甘2 " +
  "鲁2 汪2 陶2 祝2 艾2 龚6 洪2 仇1 单1 解1 查1 区1 尉1 缪1 麻1 酆1 妫1";

export const compoundSurnames = "上官 司马 诸葛 皇甫 夏侯 令狐 慕容 司徒 端木 尉迟 东方 公孙";

/** Surnames by people where they differ from the Han ones. */
export const surnamesByGroup = {
  土家族: "向19 田18 彭15 覃12 王8 张8 冉6 李6 刘4 杨4 尚3 谷3 秦2 龚2 黄2",
  苗族: "龙20 吴19 石18 杨15 麻8 廖5 张4 田4 滕3 欧2 施1 隆1",
  侗族: "杨28 吴18 石9 粟8 龙7 陆5 姚5 蒲4 张4 李4 黄3 欧2 陶1",
  瑶族: "盘16 赵14 邓12 李11 黄7 冯6 唐6 奉6 沈5 郑4 蒋3 周3 义1 骆1",
  白族: "谷22 钟18 王15 熊9 刘6 杨5 李4",
  回族: "马30 黄9 李8 丁5 海5 杨5 白4 哈1 撒1 纳1",
  壮族: "韦20 黄14 覃11 陆8 莫7 蒙4 农4 李4 梁4",
} as const;

/** Given names of one decade and sex: whole ones, and characters to put together. */
export interface GivenNames {
  readonly whole: string;
  readonly first: string;
  readonly second: string;
}

/** Given names by decade of birth. */
export const givenNames: Readonly<Record<number, { 男: GivenNames; 女: GivenNames }>> = {
  1950: {
    男: {
      whole:
        "建国 国华 建华 志明 德华 国强 光明 新华 和平 援朝 解放 跃进 铁生 桂生 冬生 福生 春生 正初",
      first: "国建志德光玉桂福正明长应忠书",
      second: "华明生清根林云初成祥良才财保",
    },
    女: {
      whole: "秀英 桂英 玉兰 桂兰 秀兰 淑珍 玉珍 凤英 月娥 菊香 春秀 冬梅 满秀 翠娥 爱莲 银秀 桃秀",
      first: "秀桂玉淑凤月菊春翠爱金银冬满",
      second: "英兰珍娥香莲梅华秀云芝姣贞元",
    },
  },
  1960: {
    男: {
      whole: "建军 卫东 建平 国庆 志强 红卫 向阳 学军 卫国 建明 爱国 永红 志刚 小平 国平 新民 立新",
      first: "建卫国志学新永爱文小立社运辉",
      second: "军东平强明辉红民新国良华阳林",
    },
    女: {
      whole: "秀华 建华 玉梅 红梅 小红 爱华 桂花 月华 冬英 爱英 春梅 丽华 新华 玉华 美华 小英 金莲",
      first: "秀玉红爱桂月春丽美小金建冬运",
      second: "华梅英花莲云珍平兰辉香玲萍娥",
    },
  },
  1970: {
    男: {
      whole:
        "勇 军 伟 强 刚 斌 辉 志勇 志军 建新 海军 红军 小军 立军 文辉 国辉 新辉 跃辉 湘平 卫民",
      first: "志建海小立文国新跃湘光朝长仕",
      second: "勇军辉平斌华强明峰良文兵雄武",
    },
    女: {
      whole:
        "艳 敏 丽 红 霞 燕 芳 玲 萍 红英 艳红 小玲 丽娟 海燕 春艳 小艳 利红 志红 伟红 金娥 湘云",
      first: "艳丽小海春利红金湘志建玉爱冬",
      second: "红英玲娟燕艳霞芳萍辉云群华香",
    },
  },
  1980: {
    男: {
      whole:
        "伟 磊 勇 涛 超 鹏 杰 波 亮 斌 凯 志强 海波 志鹏 文杰 小龙 建波 海涛 俊杰 立新 旭东 湘龙 晓峰",
      first: "志海文小建俊立晓旭湘正永子世",
      second: "强波鹏杰龙涛峰斌超亮辉林威勇",
    },
    女: {
      whole:
        "静 丽 娟 艳 娜 婷 芳 敏 霞 丹 燕 玲 晓燕 海燕 丽娟 婷婷 丽萍 艳芳 小丽 春花 湘玲 志芳 金花",
      first: "晓丽海艳小春湘慧雪文美玉金秋",
      second: "燕娟芳玲萍霞敏丽娜红英琴琼兰",
    },
  },
  1990: {
    男: {
      whole:
        "鹏 杰 浩 超 鑫 宇 凯 帅 洋 斌 志豪 俊杰 文杰 志鹏 子豪 嘉豪 思远 宇航 家豪 博文 伟杰 鑫宇 湘楠",
      first: "志俊文子嘉思宇家博伟鑫浩天泽",
      second: "豪杰鹏远航文宇峰辉涛龙威博轩",
    },
    女: {
      whole:
        "婷 倩 敏 雪 佳 颖 娟 莹 欢 婷婷 佳佳 思思 雅婷 诗琪 文静 雪梅 丹丹 慧敏 梦婷 佳慧 思琪 湘怡",
      first: "雅思佳文雪慧梦诗静晓嘉紫依玉",
      second: "婷琪慧敏怡颖静倩欣雯洁莹琳玲",
    },
  },
  2000: {
    男: {
      whole:
        "浩 宇 轩 睿 浩然 子轩 宇轩 俊熙 浩宇 天佑 子涵 宇航 博文 梓豪 皓轩 明轩 嘉乐 奕辰 致远 家乐",
      first: "浩子宇俊天博梓皓明嘉奕致家思",
      second: "然轩熙宇航文豪辰乐涵远泽瑞阳",
    },
    女: {
      whole:
        "欣怡 雨欣 梓涵 诗涵 可馨 子涵 思涵 雨涵 佳怡 梦琪 紫涵 雅琪 欣妍 语嫣 若曦 思彤 芷若 佳琪 心怡",
      first: "欣雨梓诗可子思佳梦紫雅语若芷",
      second: "怡欣涵馨琪妍嫣曦彤瑶萱悦宁璇",
    },
  },
};

/**
 * Rare characters that stand in real names and break weak systems: some lie outside the basic
 * plane.
 */
export const rareCharacters =
  "䶮 堃 喆 犇 淼 翀 珺 玥 翾 嫄 頔 翊 彧 昇 祎 媖 㛃 𬱖 𬍛 𬀩 𫖯 𬘓 𣲗 𬭎";

/** Parts of Uyghur names, written with a middle dot between own name and father's. */
export const uyghurNames = {
  男: "艾力 买买提 吐尔逊 阿不都拉 库尔班 玉山江 艾尼瓦尔 麦麦提江",
  女: "阿依古丽 古丽娜尔 热依汗古丽 帕提古丽 茹仙古丽 米热古丽",
  father: "买买提 吐尔逊 阿不都热合曼 艾合买提 司马义 肉孜 玉素甫",
} as const;

/** Names that would be read as a public person's; the draw is repeated. */
export const avoidedNames =
  "李强 李希 王毅 张军 周强 陈云 李鹏 刘洋 马云 杨洋 张杰 黄磊 李小鹏 李文亮 王立军 刘志军 张国清 何立峰 刘德华 胡春华 王志刚 王国生";
