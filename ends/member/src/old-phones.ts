// What old phones lack (旧手机): small parts of the language that the pure files we share with the house lean on.

const text = String.prototype as {
  toWellFormed?: () => string;
  replaceAll?: (from: string, to: string) => string;
};

text.toWellFormed ??= function (this: string) {
  return this.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g, "\uFFFD");
};

text.replaceAll ??= function (this: string, from: string, to: string) {
  return this.split(from).join(to);
};

// A file of its own scope.
export {};
