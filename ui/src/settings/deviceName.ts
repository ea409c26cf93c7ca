// What a PC is called, also where nobody has called it anything yet.
import type { DeviceView } from "../generated/types";
import type { InWords } from "../words";

export function deviceName(device: Pick<DeviceView, "name">, t: InWords["t"]): string {
  return device.name ?? t("settings.device_unnamed");
}
