//! The texts as an administrator writes them: what a rule may hold, and how a text reads with names in it.

use domain::message::{Known, Lang, fill};
use domain::rows::Gender;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Look;
use crate::house::{House, MessageText};
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{ADMIN, Verb};

/// Whoever writes them.
pub const PREVIEW_MESSAGE: Verb = Verb::new("preview_message", ADMIN);

/// Texts of a house at most.
const MOST: usize = 60;

/// Refuses texts that nobody could use.
pub(crate) fn check(texts: &[MessageText], house: &House) -> Outcome<()> {
    if texts.len() > MOST {
        return Err(Problem::refused(Code::OutOfRange)
            .with("from", 0)
            .with("to", MOST));
    }
    for (nth, message) in texts.iter().enumerate() {
        house.must_have("ways", &message.way)?;
        let twice = texts[..nth].iter().any(|other| other.code == message.code);
        if message.code.trim().is_empty() || twice {
            return Err(Problem::refused(Code::BadRequest).with("field", "messages"));
        }
        for lang in [Lang::ZhCn, Lang::ZhTw, Lang::En] {
            text::required(message.title.of(lang), text::LINE)?;
            text::required(message.body.of(lang), text::NOTE)?;
        }
    }
    Ok(())
}

/// A text that is being written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewMessage {
    /// With its blanks.
    pub body: String,
    /// Its language.
    #[ts(type = "Lang")]
    pub lang: Lang,
}

/// How a text reads to an invented customer, and how it reads when nothing is known of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MessagePreview {
    /// With everything known.
    pub full: String,
    /// With nothing known but who speaks.
    pub bare: String,
}

/// Fills a text for an invented customer.
///
/// # Errors
/// [`Code::TextTooLong`].
pub fn preview_message(look: &Look<'_>, ask: PreviewMessage) -> Outcome<MessagePreview> {
    let body = text::optional(&ask.body, text::NOTE)?.unwrap_or_default();
    let bare = Known {
        consultant: look.me.name.clone(),
        branch: look.house.branch.clone(),
        brand: look.house.brand.clone(),
        ..Known::default()
    };
    let full = Known {
        name: match ask.lang {
            Lang::ZhCn => "张建国",
            Lang::ZhTw => "張建國",
            Lang::En => "James Carter",
        }
        .to_owned(),
        gender: Some(Gender::Male),
        model: match ask.lang {
            Lang::ZhCn => "雅阁",
            Lang::ZhTw => "雅哥",
            Lang::En => "Accord",
        }
        .to_owned(),
        day: Some((3, look.now.day().plus(3))),
        time: "10:00".parse().ok(),
        ..bare.clone()
    };
    Ok(MessagePreview {
        full: fill(&body, ask.lang, &full),
        bare: fill(&body, ask.lang, &bare),
    })
}
