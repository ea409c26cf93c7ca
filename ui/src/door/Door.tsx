// The door: nothing here yet, closed, or open for somebody who has first to choose a password or a PIN.
import { useEffect, useState } from "react";
import { asProblem, useDoorAct } from "../desk";
import type { DoorStatus, Problem } from "../generated/types";
import { Button, fetched } from "../kit";
import { useWords } from "../words";
import { Clock } from "./Clock";
import { Cover, Sheet } from "./Cover";
import { Forgotten } from "./Forgotten";
import { Join } from "./Join";
import { PasswordForm } from "./PasswordForm";
import { PinForm } from "./PinForm";
import { Restore } from "./Restore";
import { SignIn } from "./SignIn";
import { type Way, Welcome } from "./Welcome";
import { WelcomeFacts } from "./WelcomeFacts";

// Seldom seen: signing in does not wait for them.
const SetUp = fetched(() => import("./SetUp").then(({ SetUp }) => SetUp));
const DemoRoles = fetched(() => import("./DemoRoles").then(({ DemoRoles }) => DemoRoles));

export type DoorProps = {
  door: DoorStatus;
  settingUp: boolean;
  onSettingUp: (settingUp: boolean) => void;
  /** This person wants no PIN for now. */
  onPinLater: (staff: string) => void;
  /** What closed the door, said once. */
  notice: Problem | null;
  onNotice: (problem: Problem | null) => void;
};

export function Door({ door, settingUp, onSettingUp, onPinLater, notice, onNotice }: DoorProps) {
  const { t } = useWords();
  const close = useDoorAct("close");
  const [way, setWay] = useState<Way>("welcome");
  const [forgotten, setForgotten] = useState<string | null>(null);
  const [restoring, setRestoring] = useState(false);
  const [typed, setTyped] = useState("");
  const welcome = () => setWay("welcome");
  const { me, state } = door;
  useEffect(() => {
    // Whoever has chosen begins to type at once.
    if (state === "empty") Promise.all([SetUp.fetch(), DemoRoles.fetch()]).catch(asProblem);
  }, [state]);

  if (settingUp || (state === "empty" && way === "set_up")) {
    const begun = () => onSettingUp(true);
    return <SetUp onBack={welcome} onBegun={begun} onDone={() => onSettingUp(false)} />;
  }
  if (state === "empty") {
    const page = {
      welcome: <Welcome onWay={setWay} />,
      demo: <DemoRoles onBack={welcome} />,
      restore: <Restore onBack={welcome} />,
      join: <Join onBack={welcome} />,
      set_up: null,
    }[way];
    return (
      <Cover title={t("door.headline")} page={page} foot={t("frame.version", { version: door.version })}>
        <WelcomeFacts />
      </Cover>
    );
  }
  if (me !== null) {
    const first = me.one_time_password;
    return (
      <Cover
        title={door.branch ?? t("frame.product")}
        over={door.brand}
        foot={
          <Button tone="link" icon="door" onPress={() => close.run({})}>
            {t("frame.close")}
          </Button>
        }
        page={
          first ? (
            <Sheet title={t("door.first_password_title", { name: me.name })} words={t("door.first_password_words")}>
              <PasswordForm old={typed} onDone={() => setTyped("")} />
            </Sheet>
          ) : (
            <Sheet title={t("door.first_pin_title", { name: me.name })} words={t("door.pin_words")}>
              <PinForm onDone={() => {}} cancel={t("kit.later")} onCancel={() => onPinLater(me.id)} />
            </Sheet>
          )
        }
      />
    );
  }
  return (
    <Cover
      title={t("door.closed_title")}
      foot={t("frame.version", { version: door.version })}
      page={
        restoring ? (
          <Restore onBack={() => setRestoring(false)} onDone={() => setRestoring(false)} />
        ) : forgotten === null ? (
          <SignIn
            door={door}
            notice={notice}
            onNotice={onNotice}
            onPassword={setTyped}
            onForgotten={setForgotten}
            onRestore={() => setRestoring(true)}
          />
        ) : (
          <Forgotten login={forgotten} onBack={() => setForgotten(null)} />
        )
      }
    >
      <Clock />
    </Cover>
  );
}
