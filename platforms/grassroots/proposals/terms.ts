// What every step of both flows cites (办理依据): its numbers are in `parameters.yaml`.

/** No document names these days: the house proposes them, and federations may set some. */
export const basis = "本系统默认值（提案和质询的办理期限由单位规定，未见文件规定）";
