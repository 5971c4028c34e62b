// Documents (文件依据): the laws and papers that rules cite, each by the short name people use for it.
import type { Citation } from "./contract.ts";

/** `number` is absent where none was seen; `from` is the first day in force. */
export interface Document {
  readonly title: string;
  readonly number?: string;
  readonly issuer: string;
  readonly from: string;
  readonly url?: string;
}

const congress = "全国人民代表大会常务委员会";
const federation = "中华全国总工会";

/**
 * A short name stands for one edition for ever: when a new edition numbers its articles anew, it
 * gets a name of its own and values that cite it begin on its first day.
 */
const documents = {
  民法典: {
    title: "中华人民共和国民法典",
    number: "主席令第四十五号",
    issuer: "全国人民代表大会",
    from: "2021-01-01",
  },
  工会法: {
    title: "中华人民共和国工会法（2021年修正）",
    issuer: congress,
    from: "2022-01-01",
  },
  劳动法: {
    title: "中华人民共和国劳动法",
    number: "主席令第二十八号",
    issuer: congress,
    from: "1995-01-01",
  },
  退休退职办法: {
    title: "国务院关于工人退休、退职的暂行办法",
    number: "国发〔1978〕104号",
    issuer: "国务院",
    from: "1978-06-02",
  },
  延迟退休决定: {
    title: "全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定",
    issuer: congress,
    from: "2025-01-01",
  },
  工会统计调查制度: {
    title: "全国工会统计调查制度",
    number: "国统制〔2019〕107号",
    issuer: federation,
    from: "2019-08-01",
  },
  劳动合同法: {
    title: "中华人民共和国劳动合同法（2012年修正）",
    issuer: congress,
    from: "2013-07-01",
  },
  劳动争议调解仲裁法: {
    title: "中华人民共和国劳动争议调解仲裁法",
    issuer: congress,
    from: "2008-05-01",
  },
  人民调解法: { title: "中华人民共和国人民调解法", issuer: congress, from: "2011-01-01" },
  民事诉讼法: {
    title: "中华人民共和国民事诉讼法（2023年修正）",
    issuer: congress,
    from: "2024-01-01",
  },
  法律援助法: { title: "中华人民共和国法律援助法", issuer: congress, from: "2022-01-01" },
  律师法: {
    title: "中华人民共和国律师法（2017年修正）",
    issuer: congress,
    from: "2018-01-01",
  },
  中国工会章程: {
    title: "中国工会章程（2023年修正）",
    issuer: "中国工会全国代表大会",
    from: "2023-10-12",
  },
  工会基层组织选举工作条例: {
    title: "工会基层组织选举工作条例",
    number: "总工发〔2016〕27号",
    issuer: federation,
    from: "2016-10-09",
  },
  基层工会会员代表大会条例: {
    title: "基层工会会员代表大会条例",
    number: "总工发〔2019〕6号",
    issuer: federation,
    from: "2019-01-15",
  },
  基层工会法人登记管理办法: {
    title: "基层工会法人登记管理办法",
    number: "总工办发〔2020〕20号",
    issuer: "中华全国总工会办公厅",
    from: "2021-01-01",
  },
  工会法律援助办法: {
    title: "工会法律援助办法",
    number: "总工发〔2008〕52号",
    issuer: federation,
    from: "2008-08-11",
  },
  企业民主管理规定: {
    title: "企业民主管理规定",
    number: "总工发〔2012〕12号",
    issuer: "中央纪委、中央组织部、国务院国资委、监察部、全国总工会、全国工商联",
    from: "2012-02-13",
  },
  企业劳动争议协商调解规定: {
    title: "企业劳动争议协商调解规定",
    number: "人力资源和社会保障部令第17号",
    issuer: "人力资源和社会保障部",
    from: "2012-01-01",
  },
  湖南省职工代表大会条例: {
    title: "湖南省职工代表大会条例（2007年11月30日通过）",
    issuer: "湖南省人民代表大会常务委员会",
    from: "2007-11-30",
  },
  本系统默认值: {
    title: "本系统默认值：尚未见到文件规定，由本级工会发文确定后改写",
    issuer: "娘家",
    from: "2018-01-01",
  },
} as const satisfies Readonly<Record<string, Document>>;

export type DocumentName = keyof typeof documents;

/** What stands in where no paper was seen to set a number. */
const houseDefault: DocumentName = "本系统默认值";

export const isDocumentName = (text: string): text is DocumentName =>
  Object.hasOwn(documents, text);

export const documentOf = (name: DocumentName): Document => documents[name];

/** `cite("工会法", 12)`; an article that has no number of its own is given in words, such as 附件一. */
export const cite = (document: DocumentName, article?: number | string): Citation =>
  article === undefined ? { document } : { document, article };

const digits = "零一二三四五六七八九";
const places = ["", "十", "百", "千"];

/** 1 → 一, 12 → 十二, 205 → 二百零五, 1259 → 一千二百五十九; whole numbers from 1 to 9999. */
export function inChinese(number: number): string {
  if (!(Number.isInteger(number) && number > 0 && number < 10_000)) {
    throw new RangeError(`not from 1 to 9999: ${number}`);
  }
  const said = [...String(number)]
    .map((digit, nth, all) =>
      digit === "0" ? "零" : digits[+digit]! + places[all.length - nth - 1],
    )
    .join("");
  return said.replace(/零+/g, "零").replace(/零$/, "").replace(/^一十/, "十");
}

/** `《工会法》第十二条`, as an officer would quote it. */
export function citationWords({ document, article }: Citation): string {
  if (document === houseDefault) return houseDefault;
  const where = typeof article === "number" ? `第${inChinese(article)}条` : (article ?? "");
  return `《${document}》${where}`;
}
