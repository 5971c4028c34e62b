// In the page, before any script of its own (计时): notes when the main button stands, and what held the page up.
const seen = { buttonMs: 0, tasks: [] };
globalThis.seen = seen;

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    seen.tasks.push({ from: startTime, to: startTime + duration });
  }
}).observe({ type: "longtask", buffered: true });

const look = () => {
  if (document.querySelector(".member-card .button-main")) seen.buttonMs = performance.now();
  else requestAnimationFrame(look);
};
look();
