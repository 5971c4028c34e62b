// Crash (页面出错): a page that broke says so and offers ways back; the menu around it still works.
import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect } from "react";
import { paths } from "../paths.ts";
import { ErrorSentence } from "../ui/error-sentence.tsx";

/** After an update the old page's chunks are gone from the server; only loading anew helps. */
const isStale = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|Importing a module script|preload CSS/i.test(error.message);

export function Crash({ error, reset }: ErrorComponentProps) {
  useEffect(() => {
    document.title = "页面出错 · 娘家";
  }, []);
  if (isStale(error)) {
    return (
      <ErrorSentence
        size="page"
        problem={error}
        action={<Button onClick={() => window.location.reload()}>刷新页面</Button>}
      />
    );
  }
  return (
    <ErrorSentence
      size="page"
      problem={error}
      onRetry={reset}
      action={<Button href={paths.home()}>回到工作台</Button>}
    />
  );
}
