// Links (链接) for the kit: the shell gives the router's link, so that the kit itself knows no router.
import { type ComponentType, createContext, type ReactNode, useContext } from "react";

export interface LinkProps {
  readonly to: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly "aria-label"?: string | undefined;
}

const PlainLink = ({ to, ...rest }: LinkProps) => <a href={to} {...rest} />;

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);

export const LinkProvider = LinkContext.Provider;

/** A link inside the portal; `to` comes from `paths`. */
export function TextLink(props: LinkProps) {
  const Link = useContext(LinkContext);
  return <Link {...props} />;
}
