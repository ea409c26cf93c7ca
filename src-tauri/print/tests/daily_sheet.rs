//! The daily sheet as it lies on the desk: what a reader of the PDF finds on it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod kit;

use kit::{LANGUAGES, party, run_on, sheet, text, words};
use print::{Fonts, Paper, PrintFailed, paper, templates};
use serde_json::{Value, json};

fn printed(data: &Value) -> Paper {
    paper(templates::DAILY_SHEET, data, Fonts::of_this_pc()).unwrap()
}

fn of_parties(parties: Vec<Value>) -> Paper {
    printed(&sheet("zh-CN", parties, Vec::new(), Vec::new()))
}

#[test]
fn the_rows_stand_in_their_order_with_all_they_say() {
    let parties = (1..=14).map(|no| {
        party(
            no,
            json!({ "name": format!("客户{no:03}"), "remark": format!("备注{no:03}") }),
        )
    });
    let calls = vec![party(
        1,
        json!({ "kind": "来电", "name": "来电人", "reason": "问优惠" }),
    )];
    let others = vec![party(
        1,
        json!({ "name": "维修客户", "purpose": "维修保养" }),
    )];
    let found = run_on(&text(&printed(&sheet(
        "zh-CN",
        parties.collect(),
        calls,
        others,
    ))));
    let mut from = 0;
    let names = (1..=14).map(|no| format!("客户{no:03}"));
    for name in names.chain(["来电人".to_owned(), "维修客户".to_owned()]) {
        let at = found[from..].find(&name);
        from += at.unwrap_or_else(|| panic!("{name} after {from} in {found}"));
    }
    for said in [
        "长沙河西店",
        "广汽本田",
        "天气晴",
        "138****8000",
        "09:12–10:05",
        "53分",
        "雅阁锐·混动",
        "备注014",
        "问优惠",
        "维修保养",
        "首次留档率",
        "83%",
        "前台小林",
        "2026-03-0118:02",
    ] {
        assert!(found.contains(&run_on(said)), "{said} in {found}");
    }
}

#[test]
fn a_day_without_visits_is_a_whole_sheet_in_each_language() {
    for lang in LANGUAGES {
        let empty = printed(&sheet(lang, Vec::new(), Vec::new(), Vec::new()));
        assert_eq!(empty.pages(), 1, "{lang}");
        let found = run_on(&text(&empty));
        let words = words(lang);
        for key in [
            "daily_sheet",
            "no_parties",
            "no_calls",
            "totals",
            "foot",
            "sign_reception",
            "sign_manager",
        ] {
            let said = run_on(words[key].as_str().unwrap());
            assert!(found.contains(&said), "{lang}: {said} in {found}");
        }
    }
}

#[test]
fn five_hundred_rows_repeat_their_headings_and_count_their_pages() {
    let parties = (1..=500).map(|no| party(no, json!({ "name": format!("来宾{no:03}") })));
    let sheet = of_parties(parties.collect());
    let pages = sheet.pages();
    assert!((10..=20).contains(&pages), "{pages} pages");
    let found = text(&sheet);
    assert_eq!(
        found.matches("意向车型").count(),
        pages,
        "once a page, and once over the calls"
    );
    let found = run_on(&found);
    for no in 1..=500 {
        assert_eq!(
            found.matches(&format!("来宾{no:03}")).count(),
            1,
            "来宾{no:03}"
        );
    }
    for page in 1..=pages {
        assert!(
            found.contains(&format!("第{page}页/共{pages}页")),
            "page {page}"
        );
    }
}

#[test]
fn a_name_of_two_hundred_characters_is_printed_whole_in_its_column() {
    let long: String = "欧阳诸葛司马".chars().cycle().take(200).collect();
    let latin = "Wolfeschlegelsteinhausenbergerdorff".repeat(6)[..200].to_owned();
    let sheet = of_parties(vec![
        party(1, json!({ "name": long, "model": "新".repeat(200) })),
        party(2, json!({ "name": latin })),
        party(3, json!({ "name": "之后的客户" })),
    ]);
    assert!(sheet.pages() <= 3, "{} pages", sheet.pages());
    let found = run_on(&text(&sheet));
    // Cells beside it may stand between its lines.
    for (character, least) in [('欧', 34), ('诸', 33)] {
        assert!(found.matches(character).count() >= least, "{character}");
    }
    assert_eq!(
        found.matches('新').count(),
        200 + "新增".matches('新').count()
    );
    assert!(found.contains("之后的客户"));
    assert!(nothing_beyond_the_edge(&sheet));
    let words = ["stein", "berger"].map(|word| found.matches(word).count());
    assert_eq!(words, [6, 5]);
}

/// Whether the white margin at the right stays white: nothing runs out of its column there.
fn nothing_beyond_the_edge(sheet: &Paper) -> bool {
    let width = 1_188; // four pixels to the millimetre
    (0..sheet.pages()).all(|page| {
        let png = sheet.page_png(page, width).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(png))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let across = info.line_size;
        let margin = 8 * 4 * info.color_type.samples();
        pixels
            .chunks(across)
            .all(|line| line[across - margin..].iter().all(|byte| *byte == 255))
    })
}

#[test]
fn rare_characters_are_printed_and_unknown_ones_are_told_from_boxes() {
    let found = run_on(&text(&of_parties(vec![
        party(1, json!({ "name": "𠮷田" })),
        party(2, json!({ "name": "王\u{e123}" })),
        party(3, json!({ "name": "李\u{202e}四\u{fe0f}" })),
    ])));
    assert!(found.contains("𠮷田"), "{found}");
    assert!(found.contains("王〓"), "{found}");
    assert!(found.contains("李四"), "{found}");
}

#[test]
fn what_people_typed_is_no_markup() {
    let typed = "#panic() *粗* _斜_ $x$ @谁 <签> \\";
    let found = run_on(&text(&of_parties(vec![party(1, json!({ "name": typed }))])));
    assert!(found.contains(&run_on(typed)), "{found}");
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let data = sheet("zh-TW", vec![party(1, json!({}))], Vec::new(), Vec::new());
    let (first, again) = (printed(&data), printed(&data));
    assert_eq!(first.pdf().unwrap(), again.pdf().unwrap());
    assert_eq!(
        first.page_png(0, 800).unwrap(),
        again.page_png(0, 800).unwrap()
    );
}

#[test]
fn a_pc_without_chinese_fonts_is_told_so() {
    let none = tempfile::tempdir().unwrap();
    let data = sheet("zh-CN", Vec::new(), Vec::new(), Vec::new());
    let failed = paper(
        templates::DAILY_SHEET,
        &data,
        &Fonts::of_folder(none.path()),
    );
    assert_eq!(failed.unwrap_err(), PrintFailed::NoChineseFont);
}

#[test]
fn a_template_reaches_nothing_but_the_frame_and_its_data() {
    for reach in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../../../etc/passwd\")",
        "#import \"@preview/cetz:0.3.0\": canvas",
        "#include \"other.typ\"",
        "#datetime.today()",
    ] {
        let failed = paper(reach, &json!({ "lang": "en" }), Fonts::of_this_pc());
        assert!(matches!(failed, Err(PrintFailed::Template(_))), "{reach}");
    }
}

#[test]
fn there_is_no_picture_beyond_the_last_page() {
    let sheet = of_parties(Vec::new());
    assert_eq!(sheet.page_png(1, 800).unwrap_err(), PrintFailed::NoPicture);
    assert_eq!(
        sheet.page_png(0, 40_000).unwrap_err(),
        PrintFailed::NoPicture
    );
}

#[test]
fn the_words_of_papers_are_complete_in_each_language() {
    let first = words(LANGUAGES[0]);
    for lang in LANGUAGES {
        let words = words(lang);
        let keys = |words: &Value| {
            words
                .as_object()
                .unwrap()
                .keys()
                .cloned()
                .collect::<Vec<_>>()
        };
        assert_eq!(keys(&words), keys(&first), "{lang}");
        for (key, said) in words.as_object().unwrap() {
            let blanks = |text: &str| text.matches('{').count();
            let same = key == "full_day"
                || blanks(said.as_str().unwrap()) == blanks(first[key].as_str().unwrap());
            assert!(same, "{lang}: blanks of {key}");
        }
    }
}
