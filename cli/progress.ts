// Progress (进度): one line that tells how far, how fast and how long yet.

/** Writes the line anew at most ten times a second, and always at the end. */
export function progressLine(unit = "项"): (done: number, total: number, what: string) => void {
  const since = performance.now();
  let last = 0;
  return (done, total, what) => {
    const now = performance.now();
    if (now - last < 100 && done < total) return;
    last = now;
    const seconds = (now - since) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = Math.ceil((total - done) / Math.max(rate, 0.001));
    const start = process.stdout.isTTY ? "\r\x1b[2K" : "";
    const end = process.stdout.isTTY ? "" : "\n";
    if (!process.stdout.isTTY && done < total) return;
    process.stdout.write(
      `${start}  ${done}/${total} ${unit}，每秒 ${rate.toFixed(rate < 10 ? 1 : 0)}，还需 ${left} 秒  ${what}${end}`,
    );
  };
}
