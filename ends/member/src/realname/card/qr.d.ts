// What we use of the library qrcode, which brings no types of its own.
declare module "qrcode/lib/core/qrcode.js" {
  const core: {
    create(
      text: string,
      options: { readonly errorCorrectionLevel: "L" | "M" },
    ): {
      readonly modules: { readonly size: number; get(row: number, column: number): number };
    };
  };
  export default core;
}
