// The seed (种子) of the demo federation: the same seed, the same unions, staff and members.
export const demoSeed = "niangjia";
