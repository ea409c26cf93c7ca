// The day's weather: one press says it. Once said, only the word stays, and a press shows the choice again.
import { useEffect, useRef, useState } from "react";
import { useAct, useHouse } from "../desk";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./Weather.module.css";

export function Weather({ weather, mayEdit }: { weather: string | null; mayEdit: boolean }) {
  const { t } = useWords();
  const { items, label } = useHouse();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const set = useAct("set_weather", {
    done: (_, ask) => t("reception.weather_set", { weather: label("weathers", ask.weather) }),
  });
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>("button")?.focus();
  }, [open]);
  const said = label("weathers", weather);
  if (!mayEdit) return weather === null ? null : <span className={styles.said}>{said}</span>;
  const choose = (code: string) => {
    setOpen(false);
    if (code !== weather) set.run({ weather: code });
  };
  if (weather !== null && !open) {
    return (
      <Button
        tone="quiet"
        size="s"
        icon="sun"
        aria-label={t("reception.weather_change", { weather: said })}
        onPress={() => setOpen(true)}
      >
        {said}
      </Button>
    );
  }
  return (
    <div ref={place} role="group" aria-label={t("reception.weather")} className={styles.choices}>
      {items("weathers").map(({ code }) => (
        <Button
          key={code}
          size="s"
          tone="quiet"
          aria-pressed={code === weather}
          busy={set.busy}
          onPress={() => choose(code)}
        >
          {label("weathers", code)}
        </Button>
      ))}
    </div>
  );
}
