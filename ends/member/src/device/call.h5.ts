// Calling (打电话) from the App.

export function call(number: string): void {
  window.location.href = `tel:${number}`;
}
