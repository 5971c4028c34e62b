// Remembered (记住): a small choice of this browser, kept from one visit to the next.
import { useState } from "react";

export function useRemembered<Value>(key: string, usual: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "null") ?? usual;
    } catch {
      return usual;
    }
  });
  const set = (next: Value) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing only forgets the choice.
    }
  };
  return [value, set];
}
