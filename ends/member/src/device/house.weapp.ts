// The house (本系统的网址) as the mini-program reaches it: built in.

declare const ORIGIN: string;

export const houseOrigin = (): string => ORIGIN;
