//! What is on the screen, by the words that a person would use.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::json;

use crate::PATIENCE;
use crate::window::{Window, patiently};

/// Between two looks.
const GLANCE: Duration = Duration::from_millis(50);
/// What can be pressed.
const PRESSABLE: &str = "self::button or self::a or @role='button' or @role='tab' or @role='menuitem' or @role='option' or @role='radio' or @role='row'";

impl Window {
    /// Waits for something that the screen says.
    pub async fn see(&self, text: &str) {
        let begun = Instant::now();
        while !self.says(text).await {
            if begun.elapsed() > PATIENCE {
                self.picture("not-found").await;
                panic!("the screen does not say: {text}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Whether the screen says it now.
    pub async fn says(&self, text: &str) -> bool {
        let script = "return document.body.innerText.includes(arguments[0])";
        self.script_with(script, vec![json!(text)]).await == json!(true)
    }

    /// Waits until the screen does not say it any more.
    pub async fn see_no_more(&self, text: &str) {
        let begun = Instant::now();
        while self.says(text).await {
            assert!(begun.elapsed() < PATIENCE, "still there: {text}");
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Presses what has this name.
    pub async fn press(&self, name: &str) {
        let quoted = quoted(name);
        let path = format!(
            "//*[({PRESSABLE}) and (normalize-space(.)={quoted} or @aria-label={quoted} or .//text()[normalize-space(.)={quoted}])]"
        );
        self.press_at(&path, name).await;
    }

    /// Presses what has these words among others.
    pub async fn press_containing(&self, words: &str) {
        let path = format!("//*[({PRESSABLE}) and contains(., {})]", quoted(words));
        self.press_at(&path, words).await;
    }

    async fn press_at(&self, path: &str, what: &str) {
        let element = self.find(path, what).await;
        self.count(0, 1);
        patiently(element.click())
            .await
            .unwrap_or_else(|cause| panic!("press {what}: {cause}"));
    }

    /// Types into the field with this label.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        self.count(0, 1);
        patiently(field.click()).await.expect("a field");
        self.type_text(text).await;
    }

    /// The field with this label.
    pub async fn field(&self, label: &str) -> Element {
        let quoted = quoted(label);
        let path = format!(
            "//*[(self::input or self::textarea) and (@aria-label={quoted} or @id=//label[normalize-space(.)={quoted} or *[1][normalize-space(.)={quoted}] or text()[normalize-space(.)={quoted}]]/@for)]"
        );
        self.find(&path, label).await
    }

    /// Waits until the field with this label has the focus: keys go there.
    pub async fn focused(&self, label: &str) {
        let script = "const at = document.activeElement;
            const label = at?.getAttribute('aria-label') ?? (at?.labels?.[0]?.innerText ?? '');
            return label.split('\\n')[0].trim() === arguments[0]";
        let begun = Instant::now();
        while self.script_with(script, vec![json!(label)]).await != json!(true) {
            if begun.elapsed() > PATIENCE {
                self.picture("not-found").await;
                panic!("the focus is not in {label}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    async fn find(&self, path: &str, what: &str) -> Element {
        let begun = Instant::now();
        loop {
            for element in patiently(self.client.find_all(Locator::XPath(path)))
                .await
                .expect("a page")
            {
                if patiently(element.is_displayed()).await.unwrap_or(false) {
                    return element;
                }
            }
            if begun.elapsed() > PATIENCE {
                self.picture("not-found").await;
                panic!("not on the screen: {what}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }
}

fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "no quotes in what is looked for");
    format!("\"{text}\"")
}
