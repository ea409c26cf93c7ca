//! From a key to the screen that shows what it did, in the real window on a store of a branch that has been open for years.
//!
//! The page itself tells the moments: the key as the window got it, and the first task after the frame that shows a change, which is
//! when that frame is on the screen. Of a key two moments count: the first frame that answers it, and the one after which nothing
//! changes any more. A key is pressed when nothing has moved for a while, so that no change is counted for the wrong one.
//!
//! Beside them, in the same window: a bare field on an empty page, and a bare page of text that every key writes anew. So much the
//! driver, the engine and the drawing take by themselves.

use crate::figure::Report;
use crate::trouble::Outcome;

/// Windows are driven on Linux only: elsewhere nothing is measured.
#[cfg(not(target_os = "linux"))]
pub fn measure(_customers: u64, _report: &mut Report) -> Outcome {
    println!("The feel is measured on Linux only: left out.");
    Ok(())
}

/// Measures.
///
/// # Errors
/// When there is no screen, no application (`FORECOURT_APP`) or no branch.
#[cfg(target_os = "linux")]
pub fn measure(customers: u64, report: &mut Report) -> Outcome {
    keys::measure(customers, report)
}

#[cfg(target_os = "linux")]
mod keys {
    use stage::Window;
    use stage::keys::{ALT, BACKSPACE, CONTROL, DOWN, ENTER, ESCAPE, TAB};

    use crate::book::Book;
    use crate::branch::{Branch, PASSWORD};
    use crate::figure::{Figure, Report};
    use crate::start::program::{self, Program};
    use crate::timing::Series;
    use crate::trouble::{Outcome, Trouble};

    /// Times each flow is gone through.
    const ROUNDS: usize = 5;
    /// What a key is to take.
    const P95: f64 = 50.0;
    /// What no key may take.
    const NEVER: f64 = 100.0;

    const ASKED_FOR_PASSWORD: &str = "return document.activeElement?.type === 'password'";
    const LINE_READY: &str = "return document.activeElement?.role === 'combobox'";
    /// Forms that an interrupted run left half filled in would stand in the way of this one.
    const DROP_PARKED: &str = "
        const done = arguments[0];
        const call = (name, ask) => window.__TAURI_INTERNALS__.invoke('call', { name, ask });
        const drop = async () => {
          const { me } = await call('door_status', {});
          for (const { id } of await call('drafts', {})) await call('drop_draft', { staff: me.id, id });
        };
        drop().then(() => done(true), (no) => done(JSON.stringify(no)))";
    /// Timers of the page and answers of the machine may come before the task that is queued for a frame: whichever comes first tells.
    const LISTEN: &str = "
        const feel = { pressed: null, first: null, last: null };
        window.feel = feel;
        let shown = null;
        const tell = () => {
          if (shown === null || shown !== feel.pressed) return;
          feel.last = performance.now() - shown;
          feel.first ??= feel.last;
          shown = null;
        };
        const painted = () => {
          const pressed = feel.pressed;
          if (pressed === null) return;
          requestAnimationFrame(() => {
            if (feel.pressed !== pressed) return;
            shown = pressed;
            const after = new MessageChannel();
            after.port1.onmessage = tell;
            after.port2.postMessage(null);
          });
        };
        const later = window.setTimeout;
        window.setTimeout = (act, ...rest) => later((...given) => { tell(); act(...given); }, ...rest);
        const ask = window.fetch;
        window.fetch = (...given) => {
          const answer = ask(...given);
          answer.then(tell, tell);
          return answer;
        };
        addEventListener('keydown', (event) => {
          if (['Control', 'Alt', 'Shift'].includes(event.key)) return;
          const now = performance.now();
          feel.pressed = event.timeStamp <= now && now - event.timeStamp < 1000 ? event.timeStamp : now;
          feel.first = feel.last = null;
        }, true);
        addEventListener('input', painted, true);
        addEventListener('focusin', painted, true);
        new MutationObserver(painted).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        return true";
    /// Milliseconds until the first answer and until the last change, when nothing has moved for a while; null for both when the key
    /// changed nothing.
    const SETTLED: &str = "
        const { pressed, first, last } = window.feel;
        if (pressed === null) return null;
        const still = performance.now() - pressed - (last ?? 0);
        return still < 250 ? null : [first, last]";

    /// An empty page with a field; the keys of the application find nothing to do.
    const BARE_FIELD: &str = "
        for (const style of document.querySelectorAll('style, link')) style.remove();
        const field = document.createElement('input');
        document.body.replaceChildren(field);
        field.focus();
        return document.activeElement === field";
    /// The same with as much text as a list has, written anew by every key.
    const BARE_PAGE: &str = "
        const rows = document.createElement('table');
        const write = (said) => {
          rows.replaceChildren(...Array.from({ length: 25 }, (_, at) => {
            const row = document.createElement('tr');
            row.replaceChildren(...Array.from({ length: 8 }, () => {
              const cell = document.createElement('td');
              cell.textContent = `${said} 展厅 ${at}`;
              return cell;
            }));
            return row;
          }));
        };
        document.body.append(rows);
        document.querySelector('input').oninput = ({ target }) => write(target.value.slice(-6));
        return true";
    /// Keys on each of the bare pages.
    const BARE_KEYS: usize = 60;

    /// What a hand does, in the order in which it does it.
    enum Press {
        /// Each character is a key.
        Text(&'static str),
        /// One key, with those that are held.
        Keys(&'static [char]),
    }

    struct Flow {
        name: &'static str,
        presses: &'static [Press],
        /// Afterwards, not counted: back to where it began.
        back: &'static [&'static [char]],
    }

    use Press::{Keys, Text};

    const F2: &[char] = &['\u{E032}'];
    const F4: &[char] = &['\u{E034}'];
    const F6: &[char] = &['\u{E036}'];
    const RECEPTIONIST: &[Flow] = &[
        Flow {
            name: "find: pinyin",
            presses: &[
                Keys(&[CONTROL, 'k']),
                Text("wangfang"),
                Keys(&[DOWN]),
                Keys(&[BACKSPACE]),
            ],
            back: &[&[ESCAPE], &[ESCAPE]],
        },
        Flow {
            name: "find: Han",
            presses: &[Keys(&[CONTROL, 'k']), Text("王芳"), Keys(&[DOWN])],
            back: &[&[ESCAPE], &[ESCAPE]],
        },
        Flow {
            name: "find: digits",
            presses: &[Keys(&[CONTROL, 'k']), Text("13800"), Keys(&[DOWN])],
            back: &[&[ESCAPE], &[ESCAPE]],
        },
        Flow {
            name: "quick line",
            presses: &[Keys(F6), Keys(F4), Text("李女士 3 13800138000 H")],
            back: &[&[ESCAPE], &[ESCAPE]],
        },
        Flow {
            name: "walk-in form",
            presses: &[
                Keys(F2),
                Text("赵"),
                Keys(&[ENTER]),
                Text("2"),
                Text("3"),
                Keys(&[ENTER]),
                Text("13812345678"),
                Keys(&[ENTER]),
                Text("S5"),
                Keys(&[TAB]),
            ],
            // Logged and taken back: a form that is only left is parked.
            back: &[&[CONTROL, ENTER], &[CONTROL, 'z']],
        },
        Flow {
            name: "logging and taking back",
            presses: &[
                Keys(F2),
                Text("赵"),
                Keys(&[CONTROL, ENTER]),
                Keys(&[CONTROL, 'z']),
            ],
            back: &[&[ESCAPE]],
        },
        Flow {
            name: "from screen to screen",
            presses: &[
                Keys(&[ALT, '3']),
                Keys(&[DOWN]),
                Keys(&[DOWN]),
                Keys(&[ENTER]),
                Keys(&['e']),
                Keys(&[ESCAPE]),
                Keys(&[ALT, '2']),
                Keys(&[ALT, '1']),
            ],
            back: &[],
        },
    ];

    /// What was felt of the keys of a flow.
    #[derive(Default)]
    struct Felt {
        /// Until the first frame that answers.
        answered: Series,
        /// Until nothing changes any more.
        settled: Series,
    }

    impl Felt {
        fn report(&self, flow: &str, bare: &Bare, report: &mut Report) {
            let name = format!("feel, {flow}: key → first frame");
            let figure = Figure::new(name, "ms", &self.answered).against("bare field", &bare.field);
            report.add(figure.p95_at_most(P95, NEVER, &self.answered));
            let name = format!("feel, {flow}: key → all of it");
            let figure = Figure::new(name, "ms", &self.settled).against("bare page", &bare.page);
            report.add(figure);
        }
    }

    /// What the same keys take where nothing is done but drawing.
    struct Bare {
        field: Series,
        page: Series,
    }

    pub fn measure(customers: u64, report: &mut Report) -> Outcome {
        let branch = Branch::kept(customers)?;
        let book = Book::read()?;
        let app = Program {
            path: program::app()?,
            branch: &branch,
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        branch.signed_in(&book.receptionist)?.close()?;
        let (flows, bare) = runtime.block_on(go(&app, RECEPTIONIST))?;
        let mut all = Felt::default();
        for (flow, felt) in flows {
            all.answered.extend(&felt.answered);
            all.settled.extend(&felt.settled);
            felt.report(flow, &bare, report);
        }
        all.report("every key", &bare, report);
        Ok(())
    }

    /// Goes through flows, several times; one more before them is not counted. The bare pages come last: nothing else is left then.
    async fn go(app: &Program<'_>, flows: &[Flow]) -> Outcome<(Vec<(&'static str, Felt)>, Bare)> {
        let window = app.window().await;
        window
            .until("the password's field", ASKED_FOR_PASSWORD)
            .await;
        window.type_text(PASSWORD).await;
        window.key(ENTER).await;
        window.until("the reception", LINE_READY).await;
        window.script_async(DROP_PARKED).await;
        window.reload().await;
        window.until("the reception", LINE_READY).await;
        window.script(LISTEN).await;
        let mut measured: Vec<(&str, Felt)> = flows
            .iter()
            .map(|flow| (flow.name, Felt::default()))
            .collect();
        for round in 0..=ROUNDS {
            for (flow, (_, felt)) in flows.iter().zip(&mut measured) {
                for press in flow.presses {
                    let strokes: Vec<Vec<char>> = match press {
                        Text(text) => text.chars().map(|one| vec![one]).collect(),
                        Keys(keys) => vec![keys.to_vec()],
                    };
                    for stroke in strokes {
                        window.chord(&stroke).await;
                        let Some((answered, all)) = settled(&window).await else {
                            let name = flow.name;
                            let nothing = format!("{name}: {stroke:?} changes nothing");
                            return Err(Trouble::new(nothing));
                        };
                        if answered > NEVER {
                            println!("  {}: {answered:.0} ms after {stroke:?}", flow.name);
                        }
                        if round > 0 {
                            felt.answered.note(answered);
                            felt.settled.note(all);
                        }
                    }
                }
                for keys in flow.back {
                    window.chord(keys).await;
                    settled(&window).await;
                }
            }
        }
        let bare = Bare {
            field: bare(&window, BARE_FIELD).await?,
            page: bare(&window, BARE_PAGE).await?,
        };
        window.close().await;
        Ok((measured, bare))
    }

    /// Types on a bare page.
    async fn bare(window: &Window, page: &str) -> Outcome<Series> {
        window.script(page).await;
        let mut taken = Series::default();
        for at in 0..BARE_KEYS {
            let key = if at % 2 == 0 { 'a' } else { 'b' };
            window.chord(&[key]).await;
            let Some((answered, _)) = settled(window).await else {
                return Err(Trouble::new("a bare field changes nothing"));
            };
            taken.note(answered);
        }
        Ok(taken)
    }

    /// Milliseconds until the first answer and until the last change; none when the key changed nothing.
    async fn settled(window: &Window) -> Option<(f64, f64)> {
        let moments = window.until("the screen to settle", SETTLED).await;
        Some((moments[0].as_f64()?, moments[1].as_f64()?))
    }
}
