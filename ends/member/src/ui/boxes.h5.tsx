// Inputs (输入框) in the App: the browser's own, with their label, fault and help tied to them.
import type { BoxProps, DayBoxProps, Keys, SelectBoxProps, TextBoxProps } from "./box.ts";

const inputModes: Record<Keys, "text" | "numeric" | "tel" | "decimal" | "search"> = {
  text: "text",
  figures: "numeric",
  phone: "tel",
  identity: "text",
  decimal: "decimal",
  search: "search",
};

const fills: Partial<Record<Keys, string>> = { phone: "tel", figures: "one-time-code" };

const common = ({ id, faulty, onLeave }: BoxProps) => ({
  id,
  className: "box",
  "aria-invalid": faulty ?? false,
  "aria-describedby": `${id}-help`,
  onBlur: () => onLeave?.(),
});

export function TextBox({ keys = "text", ...box }: TextBoxProps) {
  return (
    <input
      {...common(box)}
      type={keys === "search" ? "search" : "text"}
      inputMode={inputModes[keys]}
      autoComplete={fills[keys] ?? "off"}
      value={box.value}
      placeholder={box.placeholder}
      maxLength={box.maxLength}
      {...(keys === "search" ? { "aria-label": box.title } : {})}
      onChange={(event) => box.onValue(event.target.value)}
    />
  );
}

export function LongBox(box: BoxProps) {
  return (
    <textarea
      {...common(box)}
      className="box box-long"
      rows={4}
      value={box.value}
      maxLength={box.maxLength}
      onChange={(event) => box.onValue(event.target.value)}
    />
  );
}

export function DayBox({ earliest, latest, ...box }: DayBoxProps) {
  return (
    <input
      {...common(box)}
      type="date"
      value={box.value}
      min={earliest}
      max={latest}
      onChange={(event) => box.onValue(event.target.value)}
    />
  );
}

export function SelectBox({ options, ...box }: SelectBoxProps) {
  return (
    <select
      {...common(box)}
      value={box.value}
      onChange={(event) => box.onValue(event.target.value)}
    >
      <option value="">请选择</option>
      {options.map(({ value, title }) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </select>
  );
}
