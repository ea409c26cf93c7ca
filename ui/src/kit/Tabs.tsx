// Views of the same thing.
import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import styles from "./Tabs.module.css";

export type TabOf<V extends string> = { id: V; label: string; count?: number; content: ReactNode };
export type TabsProps<V extends string> = {
  label: string;
  tabs: readonly TabOf<V>[];
  value: V;
  onChange: (value: V) => void;
  /** At the right end of the line of tabs. */
  aside?: ReactNode;
};

export function Tabs<V extends string>({ label, tabs, value, onChange, aside }: TabsProps<V>) {
  return (
    <AriaTabs className={styles.tabs ?? ""} selectedKey={value} onSelectionChange={(key) => onChange(key as V)}>
      <div className={styles.line}>
        <TabList aria-label={label} className={styles.list ?? ""}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={styles.tab ?? ""}>
              {tab.label}
              {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            </Tab>
          ))}
        </TabList>
        {aside}
      </div>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ""}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
