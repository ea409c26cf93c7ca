// Acts of authority need the password in this sitting. Where a PIN began it, the frame asks for the password.
import { createContext, useContext } from "react";

/** Asks for the password; answers whether it was given. */
export type AskAuthority = () => Promise<boolean>;

export const AuthorityContext = createContext<AskAuthority | null>(null);

export function useAuthority(): AskAuthority | null {
  return useContext(AuthorityContext);
}
