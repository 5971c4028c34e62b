// A case (办件) as the house shows it.
import type { Read } from "../client/api.ts";

export type Case = Read<"/api/cases/{id}">;
