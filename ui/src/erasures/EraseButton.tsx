// At the end of a customer's card: the way to have nothing of them left here.
import { useState } from "react";
import { useMay } from "../desk";
import type { Id } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./erasures.module.css";
import { EraseDialog } from "./parts";

export function EraseButton({ customer, name }: { customer: Id; name: string }) {
  const { t } = useWords();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may("ask_erasure")) return null;
  return (
    <p className={styles.way}>
      <Button size="s" tone="quiet" onPress={() => setAsking(true)}>
        {t("customers.erase")}
      </Button>
      {asking && <EraseDialog customer={customer} name={name} onClose={() => setAsking(false)} />}
    </p>
  );
}
