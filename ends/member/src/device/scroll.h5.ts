// Scrolling (滚动) in the App.

export const scrollToTop = (): void => window.scrollTo({ top: 0 });
