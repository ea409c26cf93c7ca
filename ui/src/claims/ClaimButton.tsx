// Beside somebody else's customer: asks for them.
import { useState } from "react";
import { useMay } from "../desk";
import { Button } from "../kit";
import { useWords } from "../words";
import { ClaimDialog } from "./parts";
import type { Claimed } from "./types";

export function ClaimButton({ who }: { who: Claimed }) {
  const { t } = useWords();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may("claim_customer")) return null;
  return (
    <>
      <Button size="s" tone="link" onPress={() => setAsking(true)}>
        {t("customers.claim")}
      </Button>
      {asking && <ClaimDialog who={who} onClose={() => setAsking(false)} />}
    </>
  );
}
