// The tags of a customer: chips, and a word that adds one.
import { useState } from "react";
import { useAct, useHouse, useMay } from "../desk";
import type { Id } from "../generated/types";
import { Button, Chip, ComboBox, Form, IconButton } from "../kit";
import { useWords } from "../words";
import { Parking } from "./Parking";
import styles from "./Tags.module.css";

type TagsProps = {
  customer: Id;
  tags: readonly string[];
  editable: boolean;
  adding: boolean;
  onAdding: (adding: boolean) => void;
};

export function Tags({ customer, tags, editable, adding, onAdding }: TagsProps) {
  const { t } = useWords();
  const may = useMay();
  const { label } = useHouse();
  const remove = useAct("remove_tag", {
    done: (_, ask) => t("customers.tag_removed", { tag: label("tags", ask.label) }),
  });
  const changes = editable && may("add_tag");
  if (tags.length === 0 && !changes) return null;
  return (
    <div className={styles.tags} role="group" aria-label={t("customers.tags")}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          <Chip tone="accent">
            <span className={styles.word}>{label("tags", tag)}</span>
            {editable && may("remove_tag") && (
              <IconButton
                icon="close"
                size="s"
                label={t("customers.remove_tag", { tag: label("tags", tag) })}
                onPress={() => remove.run({ customer, label: tag })}
              />
            )}
          </Chip>
        </span>
      ))}
      {changes && !adding && (
        <Button size="s" tone="link" icon="plus" onPress={() => onAdding(true)}>
          {t("customers.add_tag")}
        </Button>
      )}
      <Parking open={adding} onOpen={onAdding}>
        <AddTag customer={customer} tags={tags} onDone={() => onAdding(false)} />
      </Parking>
    </div>
  );
}

function AddTag({ customer, tags, onDone }: { customer: Id; tags: readonly string[]; onDone: () => void }) {
  const { t, problemWords } = useWords();
  const { items, label } = useHouse();
  const [text, setText] = useState("");
  const add = useAct("add_tag", {
    ownProblems: true,
    done: (_, ask) => t("customers.tag_added", { tag: label("tags", ask.label) }),
  });
  const put = async (word: string) => {
    if (word.trim() === "") return onDone();
    if (await add.run({ customer, label: word.trim() })) onDone();
  };
  const offered = items("tags")
    .filter(({ code }) => !tags.includes(code))
    .map(({ code }) => ({ id: code, label: label("tags", code) }))
    .filter((one) => one.label.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Form label={t("customers.add_tag")} enter="submit" className={styles.add} onSubmit={() => put(text)}>
      <ComboBox
        label={t("customers.tag_word")}
        hideLabel
        text={text}
        onText={setText}
        suggestions={offered}
        onPick={({ id }) => put(id)}
        placeholder={t("customers.tag_hint")}
        autoFocus
        error={add.problem && problemWords(add.problem)}
      />
      <Button type="submit" size="s" busy={add.busy}>
        {t("kit.save")}
      </Button>
      <Button size="s" tone="quiet" onPress={onDone}>
        {t("kit.cancel")}
      </Button>
    </Form>
  );
}
