// What we use of the library qrcode, which brings no types of its own.
declare module "qrcode" {
  interface Matrix {
    readonly size: number;
    get(row: number, column: number): number;
  }
  interface Options {
    readonly errorCorrectionLevel?: "L" | "M" | "Q" | "H";
    readonly margin?: number;
    readonly scale?: number;
    readonly type?: "svg" | "png";
  }
  interface Library {
    create(text: string, options?: Options): { readonly modules: Matrix };
    toString(text: string, options: Options & { readonly type: "svg" }): Promise<string>;
    toBuffer(text: string, options: Options & { readonly type: "png" }): Promise<Buffer>;
  }
  const library: Library;
  export default library;
}
