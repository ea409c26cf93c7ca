// Who is on duty today, and in which order they receive. Alt with the arrows moves a name; Space ticks it.
import { useState } from "react";
import { useAct } from "../desk";
import type { Id, RotaPlace } from "../generated/types";
import { Button, Checkbox, Drawer, IconButton } from "../kit";
import { useWords } from "../words";
import styles from "./Arrange.module.css";

export type ArrangeProps = { rota: readonly RotaPlace[]; onClose: () => void };

export function Arrange({ rota, onClose }: ArrangeProps) {
  const { t } = useWords();
  const [order, setOrder] = useState(() => rota.map(({ staff, name }) => ({ staff, name })));
  const [off, setOff] = useState<ReadonlySet<Id>>(
    () => new Set(rota.filter(({ state }) => state === "off").map(({ staff }) => staff)),
  );
  const arrange = useAct("arrange_turns", { done: () => t("reception.arranged") });
  const staff = order.map((one) => one.staff).filter((id) => !off.has(id));

  const move = (at: number, by: number) => {
    const to = at + by;
    const one = order[at];
    if (one === undefined || to < 0 || to >= order.length) return;
    const rest = order.filter((_, index) => index !== at);
    setOrder([...rest.slice(0, to), one, ...rest.slice(to)]);
  };
  const tick = (id: Id, on: boolean) => {
    const next = new Set(off);
    if (on) next.delete(id);
    else next.add(id);
    setOff(next);
  };
  const save = async () => {
    if (staff.length > 0 && (await arrange.run({ staff }))) onClose();
  };
  return (
    <Drawer
      title={t("reception.arrange")}
      head={t("reception.arrange_words")}
      width={440}
      onClose={onClose}
      foot={
        <>
          {staff.length === 0 && <span className={styles.none}>{t("reception.arrange_none")}</span>}
          <Button tone="primary" keys="Ctrl+Enter" busy={arrange.busy} isDisabled={staff.length === 0} onPress={save}>
            {t("kit.save")}
          </Button>
        </>
      }
    >
      <ol
        className={styles.order}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey) {
            event.preventDefault();
            save();
          }
        }}
      >
        {order.map(({ staff: id, name }, at) => (
          <li
            key={id}
            className={styles.one}
            data-off={off.has(id) || undefined}
            onKeyDown={(event) => {
              const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
              if (by === undefined || !event.altKey) return;
              event.preventDefault();
              move(at, by);
            }}
          >
            <span className={styles.place} aria-hidden="true">
              {off.has(id) ? "" : staff.indexOf(id) + 1}
            </span>
            <span className={styles.name}>
              <Checkbox checked={!off.has(id)} onChange={(on) => tick(id, on)}>
                {name}
              </Checkbox>
            </span>
            <IconButton
              icon="up"
              size="s"
              keys="Alt+ArrowUp"
              label={t("reception.arrange_up", { name })}
              isDisabled={at === 0}
              onPress={() => move(at, -1)}
            />
            <IconButton
              icon="down"
              size="s"
              keys="Alt+ArrowDown"
              label={t("reception.arrange_down", { name })}
              isDisabled={at === order.length - 1}
              onPress={() => move(at, 1)}
            />
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
