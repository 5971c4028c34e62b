// Design tokens (设计规范): colour, type and space in one table, read by the portal and the member app.

/**
 * Red is for the top bar's mark, a page's one main action and what is late; links and selection are blue.
 * `done`, `warn` and `late` are for icons and bars; words use the `…Text` shade, which reads at 4.5:1 or more on
 * white and on its own tint. `hint` is for icons and rules: words of help use `secondary`.
 */
export const tokens = {
  color: {
    red: "#C8161D",
    redHover: "#D93A3F",
    redPressed: "#A30F15",
    redTint: "#FFF1F0",
    ink: "#1F2329",
    secondary: "#646A73",
    hint: "#8F959E",
    line: "#DEE0E3",
    lineSoft: "#EBECEF",
    page: "#F5F6F7",
    card: "#FFFFFF",
    hover: "#F7F8FA",
    link: "#2A5CAA",
    linkHover: "#3F74C4",
    linkPressed: "#1F4788",
    linkTint: "#EEF4FC",
    done: "#2EA121",
    doneText: "#1E7B15",
    doneTint: "#EFF8ED",
    warn: "#F77234",
    warnText: "#A8470F",
    warnTint: "#FFF4EC",
    late: "#D54941",
    lateText: "#B4322B",
    lateTint: "#FFF1F0",
  },
  font: {
    family:
      '-apple-system, BlinkMacSystemFont, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", ' +
      '"Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", Roboto, sans-serif',
    portal: { size: 14, line: 22 },
    phone: { size: 16, line: 24 },
    title: { size: 20, line: 28 },
    display: { size: 24, line: 32 },
  },
  space: { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 32 },
  radius: { card: 8, control: 6, tag: 4 },
  shadow: {
    card: "0 1px 2px rgba(31, 35, 41, 0.04)",
    raised: "0 8px 24px rgba(31, 35, 41, 0.10)",
  },
  /** Series of a chart, in order; none is red, so that red in a chart always means late. */
  chart: ["#2A5CAA", "#2B9A8B", "#C98A1B", "#7A6BC4", "#5B8C2A", "#8F959E"],
} as const;

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The tokens as one `:root` rule: `--nj-red-hover`, `--nj-space-xl`, `--nj-radius-card`, … (lengths in px). */
export function cssVariables(): string {
  const { color, space, radius, shadow, font } = tokens;
  const lines = [
    ...Object.entries(color).map(([name, value]) => `--nj-${kebab(name)}: ${value}`),
    ...Object.entries(space).map(([name, value]) => `--nj-space-${name}: ${value}px`),
    ...Object.entries(radius).map(([name, value]) => `--nj-radius-${name}: ${value}px`),
    ...Object.entries(shadow).map(([name, value]) => `--nj-shadow-${name}: ${value}`),
    `--nj-font: ${font.family}`,
  ];
  return `:root { ${lines.join("; ")}; }`;
}
