// The team, for managers: who is behind, what was said with customers, and who asks for whose customer.
import { type ComponentType, useState } from "react";
import { useAsk, useMay } from "../desk";
import { ErasuresInbox } from "../erasures";
import { Figure, fetched, Page as Screen, Tabs } from "../kit";
import { useWords } from "../words";
import { Behind } from "./Behind";
import { Reviews } from "./Reviews";
import styles from "./team.module.css";

type View = "behind" | "reviews" | "claims" | "erasures";
type Module = { ClaimsInbox: ComponentType };

/** Claims have a folder of their own; their tab is here where it is. */
const claims = Object.values(import.meta.glob<Module>("../claims/ClaimsInbox.tsx"))[0];
const Claims = claims && fetched(() => claims().then(({ ClaimsInbox }) => ClaimsInbox));

export function Page() {
  const { t, f } = useWords();
  const may = useMay();
  const [shown, setShown] = useState<View>("behind");
  const team = useAsk("team", {}, { every: 60_000 }).data;
  const reviews = useAsk("reviews_to_do", { limit: 1 }, { when: may("reviews_to_do") }).data;
  const erasures = useAsk("erasures", {}, { when: may("erasures") }).data;
  const sum = (of: "overdue" | "due") => team?.rows.reduce((all, row) => all + row[of].n, 0) ?? 0;
  const done = team?.rows.reduce((all, row) => all + row.done, 0) ?? 0;
  return (
    <Screen
      title={t("frame.team")}
      fixed
      glance={
        team && (
          <>
            <span>{f.fullDay(team.day)}</span>
            {sum("overdue") > 0 && <Figure value={sum("overdue")} label={t("team.total_overdue")} tone="danger" />}
            <Figure value={sum("due")} label={t("team.total_due")} />
            <Figure value={done} label={t("team.total_done")} />
            {reviews && reviews.total > 0 && (
              <Figure
                value={reviews.more ? t("team.more", { n: reviews.total }) : reviews.total}
                label={t("team.total_reviews")}
              />
            )}
          </>
        )
      }
    >
      <div className={styles.team}>
        <Tabs<View>
          label={t("team.views")}
          value={shown}
          onChange={setShown}
          tabs={[
            { id: "behind", label: t("team.behind"), content: <Behind view={team} /> },
            ...(may("reviews_to_do")
              ? [
                  {
                    id: "reviews" as const,
                    label: t("team.reviews"),
                    ...(reviews ? { count: reviews.total } : {}),
                    content: <Reviews />,
                  },
                ]
              : []),
            ...(Claims ? [{ id: "claims" as const, label: t("customers.claims"), content: <Claims /> }] : []),
            ...(erasures
              ? [
                  {
                    id: "erasures" as const,
                    label: t("team.erasures"),
                    count: erasures.waiting.length,
                    content: <ErasuresInbox />,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </Screen>
  );
}
