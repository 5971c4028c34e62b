// Names of employers (单位名称): real places, invented brands. None is the name of a firm we know of.
import { type Division, divisionOf } from "./divisions.ts";
import type { Random } from "./random.ts";
import { type TradeName, trades } from "./trades.ts";

const brandFirst = [..."禾澜芷栎笠穗弈澍沅樾洢砚蕴泷簌岫枳蓥漪荻"];
const brandSecond = [..."岫栎蘅霁垣圃樨穰朔嶂淙榭筠澧璘堇逦衿燊翯"];
const villageFirst =
  "枫树 桐木 石桥 板栗 杉木 樟树 茶亭 青山 白沙 金鸡 双江 龙潭 花桥 竹山 新塘 荷叶 油麻 铁炉 月形 梨树".split(
    " ",
  );
const villageSecond = [..."坪冲湾塘桥岭坳垅溪洲咀坡"];

/** Two characters that together mean nothing: a firm's own part of its name (字号). */
function brand(random: Random): string {
  const first = random.pick(brandFirst);
  const second = random.pick(brandSecond);
  return first === second ? brand(random) : first + second;
}

const nationalities = /(土家族|苗族|侗族|瑶族|白族|回族|维吾尔族)+/;

/**
 * The place as firms write it before their brand: 长沙市 → 长沙, 城步苗族自治县 → 城步, 攸县 → 攸县, a district → its
 * city.
 */
export function shortPlace(division: Division): string {
  const plain = division.name.replace(nationalities, "").replace(/自治[县州]$/, "");
  if (division.zone || plain.endsWith("区")) return shortPlace(divisionOf(division.parentCode!));
  return plain.length > 2 ? plain.replace(/[省市县]$/, "") : plain;
}

/** The town without its kind, as in the name of its school: 星沙街道 → 星沙, 青林回族维吾尔族乡 → 青林. */
const townStem = (town: Division): string =>
  town.name.replace(nationalities, "").replace(/(街道|民族乡|镇|乡)$/, "");

/** 湖南禾岫机械制造有限公司, with the province, the city or the county in front. */
export function firmName(random: Random, trade: TradeName, county: Division): string {
  const places = ["湖南", shortPlace(divisionOf(county.parentCode!)), shortPlace(county)];
  const form = random.chance(0.06) ? "股份有限公司" : "有限公司";
  return random.pick(places) + brand(random) + random.pick(trades[trade].firmWords) + form;
}

/** A village or, in a street, a community, its town in front: 高桥镇枫树坪村. */
export function villageName(random: Random, town: Division): string {
  const kind = town.name.endsWith("街道") ? "社区" : "村";
  const first = random.pick(villageFirst);
  const second = random.pick(villageSecond.filter((character) => !first.endsWith(character)));
  return town.name + first + second + kind;
}

export function schoolName(random: Random, town: Division): string {
  const kinds = ["小学", "学校", "中学", "职业技术学校", "幼儿园"];
  return townStem(town) + brand(random) + random.pick(kinds);
}

export function hospitalName(random: Random, county: Division): string {
  const kinds = ["医院", "中医医院", "骨科医院", "康复医院", "妇产医院"];
  return shortPlace(county) + brand(random) + random.pick(kinds);
}

/** An express firm's station in a town: 禾岫速运星沙营业点. */
export function stationName(random: Random, town: Division): string {
  const firm = brand(random) + random.pick(trades.快递.firmWords);
  return `${firm}${townStem(town)}营业点`;
}
