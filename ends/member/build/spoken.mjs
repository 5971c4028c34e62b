// What screen readers are told (读屏属性): WeChat knows these on every element, while Taro's templates leave them out.
const elements = ["View", "Text", "Button", "Input", "Textarea", "Picker", "Image"];

/** For the templates and the runtime alike: both number the attributes of an element by their order. */
export const spoken = () =>
  Object.fromEntries(
    elements.map((element) => [
      element,
      { "aria-role": "", "aria-label": "", "aria-hidden": "", "aria-checked": "" },
    ]),
  );
