// On the screen (屏幕所示): what a sheet says, with numbers and addresses masked and what is wrong with them readable. Pure.
import { maskAddress } from "@niangjia/foundation/masks";
import { bareNumber, cleanText, isScientific } from "@niangjia/foundation/text";
import type { RosterField } from "./columns.ts";
import { type Fault, sayFault } from "./faults.ts";

/** What stands in the cells of one row, by field. */
export type Written = Partial<Record<RosterField, string>>;

/** A number with fewer figures is nobody's. */
const anybodys = 8;
/** As many figures, and it is an identity number: letters in it are slips, and stay to be seen. */
const identityFigures = 12;

const figuresIn = (text: string): number => text.replace(/\D/g, "").length;

/**
 * Three figures in front and four behind, of short numbers one and two. All others are starred where they stand, so that
 * places can still be counted; whatever else is written stays.
 */
function maskFigures(text: string): string {
  if (isScientific(bareNumber(text))) return text;
  const places = [...text.matchAll(/[\dA-Za-z*]/g)].map(({ index }) => index);
  if (places.length < anybodys) return text;
  const [head, tail] = places.length >= 11 ? [3, 4] : [1, 2];
  const kept = figuresIn(text) >= identityFigures ? /\D/ : /\*/;
  const hidden = new Set(places.slice(head, -tail).filter((at) => !kept.test(text.charAt(at))));
  return Array.from({ length: text.length }, (_, at) => (hidden.has(at) ? "*" : text[at])).join("");
}

/** Numbers that strayed into another column. */
const strays = /\d(?:[\d -]{9,}\d)[Xx]?/g;

/** What a cell says, for a screen: a column nobody named, too, may hold anything. */
export function masked(field: RosterField | null, text: string): string {
  const clean = cleanText(text);
  if (field === "documentNumber" || field === "phone") return maskFigures(clean);
  if (field === "household") return maskAddress(clean);
  return clean.replace(strays, maskFigures);
}

export const maskedRow = (values: Written): Written =>
  Object.fromEntries(
    Object.entries(values).map(([field, text]) => [field, masked(field as RosterField, text)]),
  );

const placeOfStranger = (bare: string): string => {
  const at = Array.from(bare).findIndex(
    (sign, index) => !/\d/.test(sign) && !(sign === "X" && index === 17),
  );
  return at < 0 ? "" : `表里第 ${at + 1} 位是“${Array.from(bare)[at]}”。`;
};

/** The old form has six figures of birth, after the division. */
function birthPlace(bare: string): string {
  const last = bare.length === 15 ? 12 : 14;
  return `身份证号第 7 至 ${last} 位是 ${bare.slice(6, last)}。`;
}

type Point = (bare: string) => string;

/**
 * Which figures are wrong. A check digit tells only that one is, never which: naming the one that would fit would have
 * it changed instead of the slip found.
 */
const points: Partial<Record<Fault["code"], Point>> = {
  "id.characters": placeOfStranger,
  "id.length": (bare) => `表里是 ${bare.length} 位。`,
  "id.lost-x": (bare) => `表里是 ${bare.length} 位。`,
  "id.division": (bare) => `表里前 6 位是 ${bare.slice(0, 6)}。`,
  "id.birth": birthPlace,
  "id.check-digit": () => "第 18 位和前 17 位对不上。",
  "birth.mismatch": birthPlace,
  "sex.mismatch": (bare) =>
    bare.length === 15 ? `身份证号第 15 位是 ${bare[14]}。` : `身份证号第 17 位是 ${bare[16]}。`,
};

function pointOut({ code }: Fault, { documentNumber = "", phone = "" }: Written): string {
  if (code !== "phone.invalid") return points[code]?.(bareNumber(documentNumber)) ?? "";
  const figures = bareNumber(phone).replace(/\D/g, "");
  if (figures.length !== 11) return `表里是 ${figures.length} 位数字。`;
  return figures.startsWith("1") ? "" : `表里第 1 位是 ${figures[0]}。`;
}

/** The sentence for the officer, and where in the masked number to look. */
export const sayOnScreen = (fault: Fault, values: Written): string =>
  sayFault(fault) + pointOut(fault, values);
