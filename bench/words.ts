// Words (用语) of the tables: numbers as people read them.

export const milliseconds = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} 毫秒` : `${value.toFixed(0)} 毫秒`;

export const aSecond = (value: number, unit: string): string =>
  `每秒 ${Math.round(value).toLocaleString("zh-CN")} ${unit}`;

export const times = (value: number): string =>
  value >= 100 ? `${value.toFixed(0)} 倍` : `${value.toFixed(2)} 倍`;
