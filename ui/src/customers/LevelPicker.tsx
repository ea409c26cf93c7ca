// The level as a button: press it (or the key l), then one digit, and it is changed.
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useHouse } from "../desk";
import { Icon, Kbd, LevelChip } from "../kit";
import pop from "../kit/Pop.module.css";
import { useWords } from "../words";
import styles from "./LevelPicker.module.css";

type LevelPickerProps = {
  level: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  onPick: (level: string) => void;
};

export function LevelPicker({ level, open, onOpen, onPick }: LevelPickerProps) {
  const { t } = useWords();
  const { items, label } = useHouse();
  const levels = items("levels");
  const pick = (code: string | undefined) => {
    if (code === undefined) return;
    onOpen(false);
    if (code !== level) onPick(code);
  };
  return (
    <MenuTrigger isOpen={open} onOpenChange={onOpen}>
      <Button className={styles.button ?? ""} aria-label={t("customers.level_now", { level: label("levels", level) })}>
        <LevelChip level={level} label={label("levels", level)} />
        <Icon name="down" size={13} />
      </Button>
      <Popover className={pop.pop ?? ""} data-overlay="" placement="bottom start" offset={4}>
        <div
          onKeyDownCapture={(event) => {
            if (!/^[1-9]$/.test(event.key)) return;
            event.preventDefault();
            event.stopPropagation();
            pick(levels[Number(event.key) - 1]?.code);
          }}
        >
          <Menu
            aria-label={t("customers.change_level")}
            className={pop.list ?? ""}
            onAction={(code) => pick(String(code))}
          >
            {levels.map(({ code }, index) => (
              <MenuItem key={code} id={code} textValue={label("levels", code)} className={pop.item ?? ""}>
                <LevelChip level={code} />
                <span className={pop.name}>{label("levels", code)}</span>
                {code === level && <Icon name="check" size={16} />}
                {index < 9 && <Kbd keys={String(index + 1)} />}
              </MenuItem>
            ))}
          </Menu>
        </div>
      </Popover>
    </MenuTrigger>
  );
}
