// Homes (户籍地): where an invented worker comes from, and of which people they are.
import { type Division, divisionOf, divisionsAt, identityCodeOf } from "./divisions.ts";
import { shortPlace } from "./employer-names.ts";
import { type Random, tallyOf, type Weighted } from "./random.ts";
import { type EthnicGroup, ethnicGroups } from "./words.ts";

export interface Home {
  /** First six digits of the identity number. */
  readonly identityCode: string;
  /** 户籍所在地: 湖南省长沙市长沙县. */
  readonly household: string;
  /** 籍贯: 湖南长沙县. */
  readonly nativePlace: string;
  readonly ethnicGroups: Weighted<EthnicGroup>;
}

const peoples = (text: string) => tallyOf(ethnicGroups, text);

const most: Weighted<EthnicGroup> = peoples(
  "汉族9840 土家族50 苗族40 侗族20 瑶族20 回族18 壮族10 维吾尔族2",
);

/**
 * Shares of peoples in autonomous and mixed places, by the first digits of the code; the longest
 * match holds.
 */
const mixedPlaces: Readonly<Record<string, Weighted<EthnicGroup>>> = {
  4331: peoples("土家族42 苗族34 汉族24"),
  433123: peoples("苗族52 土家族22 汉族26"),
  433124: peoples("苗族78 土家族8 汉族14"),
  433127: peoples("土家族78 苗族9 汉族13"),
  433130: peoples("土家族66 苗族8 汉族26"),
  4308: peoples("土家族69 汉族23 白族7 苗族1"),
  430529: peoples("苗族56 汉族38 侗族4 瑶族2"),
  430527: peoples("苗族54 汉族38 侗族6 瑶族2"),
  430726: peoples("土家族52 汉族48"),
  430725: peoples("汉族967 维吾尔族12 回族15 土家族6"),
  431129: peoples("瑶族67 汉族33"),
  431125: peoples("瑶族58 汉族42"),
  431222: peoples("土家族28 苗族22 汉族50"),
  431225: peoples("侗族52 苗族12 汉族36"),
  431226: peoples("苗族78 汉族22"),
  431227: peoples("侗族80 汉族18 苗族2"),
  431228: peoples("侗族54 汉族42 苗族4"),
  431229: peoples("苗族46 侗族28 汉族26"),
  431230: peoples("侗族78 汉族12 瑶族5 苗族5"),
};

/** Places outside Hunan that workers come from. */
const elsewhere =
  "360302江西省萍乡市安源区 420106湖北省武汉市武昌区 420923湖北省孝感市云梦县 440306广东省深圳市宝安区 " +
  "440114广东省广州市花都区 450305广西壮族自治区桂林市七星区 520602贵州省铜仁市碧江区 510107四川省成都市武侯区 " +
  "500240重庆市石柱土家族自治县 410105河南省郑州市金水区 341621安徽省亳州市涡阳县 530102云南省昆明市五华区 " +
  "330106浙江省杭州市西湖区 350205福建省厦门市海沧区 310115上海市浦东新区 371302山东省临沂市兰山区 " +
  "130403河北省邯郸市丛台区 610113陕西省西安市雁塔区 620102甘肃省兰州市城关区";

/** 湖北省孝感市云梦县 → 湖北孝感. */
const nativePlaceOf = (household: string): string =>
  household.replace(/^(.+?)(?:省|市|壮族自治区)(.+?)(?:市|新区|土家族自治县).*$/, "$1$2");

const outsiders: readonly Home[] = elsewhere.split(" ").map((place) => ({
  identityCode: place.slice(0, 6),
  household: place.slice(6),
  nativePlace: nativePlaceOf(place.slice(6)),
  ethnicGroups: most,
}));

const uyghurHome: Home = {
  identityCode: "653121",
  household: "新疆维吾尔自治区喀什地区疏附县",
  nativePlace: "新疆喀什",
  ethnicGroups: peoples("维吾尔族1"),
};

function homeIn(county: Division): Home {
  const { code } = county;
  return {
    identityCode: identityCodeOf(county),
    household: county.fullName,
    nativePlace: `湖南${shortPlace(county)}`,
    ethnicGroups: mixedPlaces[code] ?? mixedPlaces[code.slice(0, 4)] ?? most,
  };
}

const counties = divisionsAt("county").filter((county) => !county.zone);
const homes = new Map(counties.map((county) => [county.code, homeIn(county)]));
const allHomes = [...homes.values()];
const homesOfCity = Map.groupBy(counties, (county) => county.parentCode!);
const cityHomes = new Map(
  [...homesOfCity].map(([city, members]) => [city, members.map(({ code }) => homes.get(code)!)]),
);

/**
 * A home for someone who works in that county: mostly there, often in the same city, seldom outside
 * Hunan.
 */
export function homeFor(random: Random, countyCode: string): Home {
  const near = homes.get(countyCode);
  const draw = random.next();
  if (near && draw < 0.62) return near;
  if (draw < 0.84) return random.pick(cityHomes.get(divisionOf(countyCode).parentCode!)!);
  if (draw < 0.96) return random.pick(allHomes);
  return random.chance(0.03) ? uyghurHome : random.pick(outsiders);
}
