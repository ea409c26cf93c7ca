// Opens a customer beside the list one is in.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export function useCustomerDrawer() {
  const navigate = useNavigate();
  const { customer } = useSearch({ strict: false }) as { customer?: string };
  const open = useCallback(
    (id: string) => {
      navigate({ to: ".", search: ((was: object) => ({ ...was, customer: id })) as never });
    },
    [navigate],
  );
  const close = useCallback(() => {
    navigate({ to: ".", search: ((was: object) => ({ ...was, customer: undefined })) as never });
  }, [navigate]);
  return { id: customer ?? null, open, close };
}
