// Version (版本) of the house, as its package says.
import packageJson from "../package.json" with { type: "json" };

export const version: string = packageJson.version;
