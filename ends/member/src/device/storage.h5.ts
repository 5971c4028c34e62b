// Storage (本机存储) in the App: the browser's; a full or forbidden one keeps nothing and breaks nothing.

const prefix = "niangjia:";

export function readStored(name: string): string | undefined {
  try {
    return window.localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** False when it could not be kept. */
export function store(name: string, text: string): boolean {
  try {
    window.localStorage.setItem(prefix + name, text);
    return true;
  } catch {
    return false;
  }
}

export function drop(name: string): void {
  try {
    window.localStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept there.
  }
}

export function storedNames(): readonly string[] {
  try {
    return Object.keys(window.localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  } catch {
    return [];
  }
}
