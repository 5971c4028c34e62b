// The mark (标志): a house with its door open, in red; the only red of the top bar.
export function Mark({ size = 28 }: { readonly size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="" />;
}
