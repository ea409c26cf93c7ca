// Instead of what failed to draw itself: says so in words, and offers another try. What is around it goes on working.
import { Component, type ReactNode } from "react";
import { Button, EmptyState } from "../kit";
import { useWords } from "../words";

export function Fault({ onAgain }: { onAgain: () => void }) {
  const { t } = useWords();
  return (
    <EmptyState icon="warning" title={t("frame.fault")} actions={<Button onPress={onAgain}>{t("kit.again")}</Button>}>
      {t("frame.fault_words")}
    </EmptyState>
  );
}

/** Catches what fails within it. */
export class FaultBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main>
        <Fault onAgain={() => this.setState({ failed: false })} />
      </main>
    );
  }
}
