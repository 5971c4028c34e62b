// Inputs (输入框) in the mini-program: WeChat's own.
import { Input, Picker, Textarea, View } from "@tarojs/components";
import type { BoxProps, DayBoxProps, Keys, SelectBoxProps, TextBoxProps } from "./box.ts";

const types: Record<Keys, "text" | "number" | "idcard" | "digit"> = {
  text: "text",
  figures: "number",
  phone: "number",
  identity: "idcard",
  decimal: "digit",
  search: "text",
};

const common = ({ id, title, value, maxLength = 140, onLeave }: BoxProps) => ({
  id,
  value,
  maxlength: maxLength,
  ariaLabel: title,
  onBlur: () => onLeave?.(),
});

export function TextBox({ keys = "text", ...box }: TextBoxProps) {
  return (
    <Input
      {...common(box)}
      className="box"
      type={types[keys]}
      placeholder={box.placeholder ?? ""}
      onInput={(event) => box.onValue(event.detail.value)}
    />
  );
}

export function LongBox(box: BoxProps) {
  return (
    <Textarea
      {...common(box)}
      className="box box-long"
      autoHeight
      onInput={(event) => box.onValue(event.detail.value)}
    />
  );
}

const Shown = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <View className="box" ariaRole="button" ariaLabel={`${title}，${text}`}>
    {text}
  </View>
);

export function DayBox({ earliest = "1900-01-01", latest = "2100-01-01", ...box }: DayBoxProps) {
  return (
    <Picker
      mode="date"
      value={box.value}
      start={earliest}
      end={latest}
      onChange={(event) => box.onValue(event.detail.value)}
    >
      <Shown title={box.title} text={box.value || "请选择"} />
    </Picker>
  );
}

export function SelectBox({ options, ...box }: SelectBoxProps) {
  const at = options.findIndex(({ value }) => value === box.value);
  return (
    <Picker
      mode="selector"
      range={options.map(({ title }) => title)}
      value={Math.max(0, at)}
      onChange={(event) => box.onValue(options[Number(event.detail.value)]?.value ?? "")}
    >
      <Shown title={box.title} text={options[at]?.title ?? "请选择"} />
    </Picker>
  );
}
