#![allow(clippy::unwrap_used)]
mod kit;
use kit::*;
use serde_json::json;
#[test]
fn look() {
    for lang in LANGUAGES {
        let parties = (1..=14).map(|no| party(no, json!({"level": (["H","A","B","C","N"][no % 5]), "remark": (if no % 3 == 0 {"先生决定，周末再来，价格敏感，比较凯美瑞"} else {""}), "incomplete": (no % 7 == 0), "consultant": (["李强","王芳"][no % 2])}))).collect();
        let calls = (1..=4).map(|no| party(no, json!({"kind":"来电","reason":"问优惠","result":""}))).collect();
        let others = vec![party(1, json!({"purpose":"维修保养"}))];
        let t = std::time::Instant::now();
        let paper = print::paper(print::templates::DAILY_SHEET, &sheet(lang, parties, calls, others), print::Fonts::of_this_pc()).unwrap();
        eprintln!("{lang} {:?} pages {}", t.elapsed(), paper.pages());
        for n in 0..paper.pages() { std::fs::write(format!("/tmp/w/h4-{lang}-{n}.png"), paper.page_png(n, 1600).unwrap()).unwrap(); }
        let pdf = paper.pdf().unwrap();
        eprintln!("{} kB", pdf.len() / 1024);
        std::fs::write(format!("/tmp/w/h4-{lang}.pdf"), pdf).unwrap();
    }
}
