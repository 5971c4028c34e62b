// Per cent (百分比): a share from 0 to 1 in words.

const whole = new Intl.NumberFormat("zh-CN", { style: "percent", maximumFractionDigits: 0 });

export const percentWords = (share: number): string => whole.format(share);
