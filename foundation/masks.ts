// Masks (脱敏): what may be shown of a name, number or address where the whole is not needed.

const surrogate = /[\ud800-\udfff]/;

/**
 * Keeps `head` and `tail` characters and stars the rest; a text too short to keep both shows
 * nothing.
 */
function keepEnds(text: string, head: number, tail: number): string {
  // Taking a text apart by characters is only needed where some are of two units.
  const characters = surrogate.test(text) ? Array.from(text) : text;
  const hidden = characters.length - head - tail;
  if (hidden < 1) return "*".repeat(characters.length);
  const kept = (from: number, to: number): string => {
    const part = characters.slice(from, to);
    return typeof part === "string" ? part : part.join("");
  };
  return `${kept(0, head)}${"*".repeat(hidden)}${kept(head + hidden, characters.length)}`;
}

/** 张三 → 张*, 张小三 → 张*三, 买买提·艾山 → 买****山. */
export const maskName = (name: string): string =>
  keepEnds(name, 1, Array.from(name).length > 2 ? 1 : 0);

/**
 * 430***********1234; passports and other short numbers keep one character in front and two behind.
 */
export const maskIdNumber = (number: string): string =>
  number.length >= 15 ? keepEnds(number, 3, 4) : keepEnds(number, 1, 2);

/** 138****1234 */
export const maskPhone = (phone: string): string =>
  phone.length >= 11 ? keepEnds(phone, 3, 4) : keepEnds(phone, 0, 2);

/** ***************1234 */
export const maskBankAccount = (account: string): string => keepEnds(account, 0, 4);

/**
 * Province, city, county. What follows finds the door; a road, a village or a housing estate ends
 * the search.
 */
const levels = [
  /^[^\d]{2,8}?(?:省|自治区|特别行政区)/,
  /^[^\d县区]{1,10}?(?:自治州|地区|盟|市)/,
  /^[^\d路街道巷号村镇乡小园]{1,10}?(?:自治县|县|区|旗|市)/,
];

/**
 * 湖南省长沙市岳麓区麓山南路932号 → 湖南省长沙市岳麓区****; an address that names none of them
 * shows nothing.
 */
export function maskAddress(address: string): string {
  let rest = address;
  for (const level of levels) rest = rest.replace(level, "");
  return rest === "" ? address : `${address.slice(0, address.length - rest.length)}****`;
}
