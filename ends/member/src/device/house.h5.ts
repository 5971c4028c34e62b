// The house (本系统的网址) as the App reaches it: it came from there.

export const houseOrigin = (): string => window.location.origin;
