// Gate (门): inside only who is signed in and acts through a post; others are led to sign in, and back afterwards.
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { paths } from "../paths.ts";
import { meQuery } from "../session.ts";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { Problem } from "../ui/problem.ts";
import { ChoosePost } from "./choose-post.tsx";
import { Shell } from "./shell.tsx";
import { ShellSkeleton } from "./shell-skeleton.tsx";

export function Gate() {
  const { data: me, error, refetch } = useQuery(meQuery);
  if (me) return me.post ? <Shell me={me} /> : <ChoosePost me={me} />;
  if (error instanceof Problem && error.status === 401) return <ToSignIn />;
  if (error) return <ErrorSentence size="page" problem={error} onRetry={refetch} />;
  return <ShellSkeleton />;
}

/** Asks the history, not the render, where one stands: the page stays on screen while the sign-in page comes. */
function ToSignIn() {
  const { history } = useRouter();
  useEffect(() => {
    const { href, pathname } = history.location;
    if (pathname !== paths.signIn()) history.replace(paths.signIn(href));
  }, [history]);
  return <ShellSkeleton />;
}
