// Router (路由): sign-in outside, every other page inside the shell, each loaded when it is first wanted.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { pages } from "./pages.ts";
import { Crash } from "./shell/crash.tsx";
import { Gate } from "./shell/gate.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { PageSkeleton } from "./ui/skeletons.tsx";

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./shell/sign-in.tsx"), "SignIn"),
});

const demoMessages = createRoute({
  getParentRoute: () => root,
  path: "/demo/messages",
  component: lazyRouteComponent(() => import("./shell/demo-messages.tsx"), "DemoMessages"),
});

const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Gate });

const inside = pages.map(({ path, load }) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(load, "Page"),
  }),
);

/** A page for looking at the kit; left out of the production bundle. */
const kit = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: "/ui-kit",
        component: lazyRouteComponent(() => import("./ui-kit/ui-kit.tsx"), "UiKit"),
      }),
    ]
  : [];

/** An unknown address under the shell keeps the menu around it. */
const unknown = createRoute({ getParentRoute: () => shell, path: "$", component: NotFound });

/** Plain words in the URL, `?page=2&q=张`, not JSON. */
const parseSearch = (search: string) => Object.fromEntries(new URLSearchParams(search));

function stringifySearch(words: Record<string, unknown>): string {
  const set = Object.entries(words).filter(([, value]) => value !== undefined && value !== "");
  const search = new URLSearchParams(set.map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `?${search}` : "";
}

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    demoMessages,
    shell.addChildren([...inside, unknown]),
    ...kit,
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: Crash,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});
