// Is everything as it should be? The checks, each in words; and the tables made anew from the log.
import { useState } from "react";
import { useAct, useMay } from "../desk";
import { LongWork } from "../door/LongWork";
import { ProblemNotice } from "../door/Notice";
import type { VerifyReport } from "../generated/types";
import { Button, Chip, List, Page, Section } from "../kit";
import { useWords } from "../words";
import styles from "./settings.module.css";

export function Check() {
  const { t, f, find } = useWords();
  const may = useMay();
  const verify = useAct("verify", { done: false, ownProblems: true });
  const rebuild = useAct("rebuild", {
    done: ({ ops }) => t("settings.rebuilt", { n: f.number(ops) }),
    ownProblems: true,
  });
  const [report, setReport] = useState<VerifyReport | null>(null);
  const check = async () => {
    const answer = await verify.run({});
    if (answer) setReport(answer);
  };
  return (
    <Page
      title={t("settings.part_check")}
      actions={
        <Button tone="primary" busy={verify.busy} onPress={check}>
          {t("settings.check_now")}
        </Button>
      }
    >
      <div className={styles.narrow}>
        <p className={styles.words}>{t("settings.check_words")}</p>
        <ProblemNotice problem={verify.problem} />
        {verify.busy && (
          <div className={styles.block}>
            <LongWork phase="checking" />
          </div>
        )}
        {report && !verify.busy && (
          <Section
            title={report.ok ? t("settings.check_ok", { n: f.number(report.ops) }) : t("settings.check_bad")}
            aside={
              <Chip tone={report.ok ? "good" : "danger"}>
                {report.ok ? t("settings.all_good") : t("settings.not_good")}
              </Chip>
            }
          >
            <List
              label={t("settings.part_check")}
              items={Object.entries(report.checks).map(([name, { ok, detail }]) => ({
                id: name,
                title: find(`settings.check_${name}`) ?? name,
                text: name,
                sub: detail,
                trail: <Chip tone={ok ? "good" : "danger"}>{ok ? t("settings.good") : t("settings.not_good")}</Chip>,
              }))}
            />
            {!report.ok && <p className={styles.words}>{t("settings.check_advice")}</p>}
          </Section>
        )}
        {may("rebuild") && (
          <Section title={t("settings.rebuild")}>
            <div className={styles.block}>
              <p className={styles.words}>{t("settings.rebuild_words")}</p>
              <ProblemNotice problem={rebuild.problem} />
              {rebuild.busy ? (
                <LongWork phase="rebuilding" />
              ) : (
                <div>
                  <Button onPress={() => rebuild.run({})}>{t("settings.rebuild_do")}</Button>
                </div>
              )}
            </div>
          </Section>
        )}
      </div>
    </Page>
  );
}
