// Where one can go.
import { Link } from "@tanstack/react-router";
import type { Me } from "../generated/types";
import { Icon } from "../kit";
import { useWords } from "../words";
import { nounsOf } from "./nouns";
import styles from "./Rail.module.css";

export function Rail({ me, branch }: { me: Me; branch: string | null }) {
  const { t } = useWords();
  return (
    <nav className={styles.rail} aria-label={t("frame.rail")}>
      <div className={styles.house}>
        <span className={styles.branch} title={branch ?? undefined}>
          {branch ?? t("frame.product")}
        </span>
      </div>
      <ul className={styles.list}>
        {nounsOf(me).map((noun, index) => (
          <li key={noun.id} data-apart={noun.id === "import" || undefined}>
            <Link
              to={noun.path}
              className={styles.link ?? ""}
              activeProps={{ "data-active": "", "aria-current": "page" } as object}
              aria-keyshortcuts={`Alt+${index + 1}`}
            >
              <Icon name={noun.icon} size={19} />
              <span>{t(noun.label as "frame.reception")}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
