// Scrolling (滚动) in the App.

export const scrollToTop = (): void => window.scrollTo({ top: 0 });

/** To the element of this id, where it has come by now. */
export const scrollToPart = (id: string): void =>
  document.getElementById(id)?.scrollIntoView({ block: "start" });
