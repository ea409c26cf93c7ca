//! Whatever else people write: foreign names, companies, signs, emoji, rare characters, other widths, nothing at all.

use super::*;

#[test]
fn an_apostrophe_in_a_name_may_be_typed_or_not() {
    for name in ["Sean O'Brien", "Sean O’Brien", "SEAN OBRIEN"] {
        for query in [
            "O'Brien",
            "o’brien",
            "obrien",
            "OBRIEN",
            "obr",
            "sean",
            "sean o'brien",
            "o'brien sean",
            "sean obrien",
        ] {
            assert!(finds_name(query, name), "{query} finds {name}");
        }
        assert!(!finds_name("o'neill", name));
    }
    for query in ["brien", "o brien"] {
        assert!(finds_name(query, "Sean O'Brien"), "{query}");
    }
}

#[test]
fn a_foreign_name_finds_by_the_beginning_of_each_word_with_and_without_accents() {
    for query in [
        "josé",
        "jose",
        "JOSE",
        "garc",
        "garcía",
        "jose garcia",
        "garcia jose",
    ] {
        assert!(finds_name(query, "José García"), "{query}");
    }
    assert!(!finds_name("arcia", "José García"));
    for query in ["jean-luc", "jean luc", "luc"] {
        assert!(finds_name(query, "Jean-Luc Picard"), "{query}");
    }
    for query in ["Иван", "иван", "ив", "Петров"] {
        assert!(finds_name(query, "Иван Петров"), "{query}");
    }
    for query in ["田中", "さくら", "さく"] {
        assert!(finds_name(query, "田中さくら"), "{query}");
    }
    assert!(finds_name("김민", "김민준"));
}

#[test]
fn a_name_written_in_pinyin_finds_without_its_spaces() {
    for query in ["wang lei", "wanglei", "wangl", "WANGLEI", "wl", "lei"] {
        assert!(finds_name(query, "Wang Lei"), "{query}");
    }
    assert!(finds_name("annali", "Anna Li"));
    assert!(!finds_name("wanglin", "Wang Lei"));
}

#[test]
fn a_name_in_two_scripts_finds_by_both() {
    for query in [
        "王lily",
        "王 lily",
        "lily",
        "lily wang",
        "wang lily",
        "wangfang",
        "王芳",
    ] {
        assert!(finds_name(query, "王芳 Lily"), "{query}");
    }
}

#[test]
fn a_company_finds_by_any_two_characters_of_its_name() {
    let company = "广州白云贸易有限公司";
    for query in [
        "广州",
        "白云",
        "云贸",
        "白云贸易",
        company,
        "廣州白雲",
        "guangzhoubaiyun",
        "gzby",
        "guangzhou baiyun",
        "广州baiyun",
    ] {
        assert!(finds_company(query, company), "{query}");
    }
    for query in ["云", "广云", "深圳", "baiyun"] {
        assert!(!finds_company(query, company), "{query}");
    }
    for query in ["byd auto", "bydauto", "auto", "BYD"] {
        assert!(finds_company(query, "BYD Auto"), "{query}");
    }
}

#[test]
fn a_company_with_digits_in_its_name_finds_by_them() {
    for (query, company) in [
        ("360", "360安全科技"),
        ("1688", "1688贸易"),
        ("3m", "3M中国"),
        ("company2024", "Company2024 Ltd"),
        ("58同城", "58同城"),
    ] {
        assert!(finds_company(query, company), "{query} finds {company}");
    }
}

#[test]
fn emoji_and_signs_change_nothing() {
    for name in [
        "张😀三",
        "张三👨‍👩‍👧",
        "✨张三✨",
        "张·三",
        "（张三）",
        "张\u{200b}三",
        "张三❤️",
    ] {
        for query in ["张三", "zhangsan", "zs", "张😀三", "“张三”", "张三👍🏻"] {
            assert!(finds_name(query, name), "{query} finds {name}");
        }
    }
    for text in ["😀", "👨‍👩‍👧", "❤️", "……", "*", "\"", "(", "-", "%"] {
        assert_eq!(refused(text), Some(NoQuery::Nothing), "{text}");
    }
}

#[test]
fn what_means_something_to_the_index_is_text_like_any_other() {
    for query in [
        "\"张三\"",
        "张三*",
        "NOT",
        "张三 OR 李四",
        "NEAR(张 三)",
        "owner:张",
        "'; DROP TABLE",
    ] {
        let _ = finds_name(query, "张三");
    }
    assert!(finds_name("\"张三\"", "张三") && finds_name("张三*", "张三"));
    assert!(!finds_name("张三 OR 李四", "张三"));
}

#[test]
fn a_character_outside_the_basic_plane_is_found_like_any_other() {
    for query in ["𠮷", "𠮷野", "𠮷野家", "野家", "yejia"] {
        assert!(finds_name(query, "𠮷野家"), "{query}");
    }
    assert!(finds_name("王𬎆", "王𬎆") && finds_name("𬎆", "王𬎆") && finds_name("wang", "王𬎆"));
    assert!(!finds_name("𠮶", "𠮷野家"));
    // Characters that no font had were once written with private ones.
    assert!(finds_name("王\u{e000}", "王\u{e000}"));
}

#[test]
fn a_character_with_a_variant_selector_or_in_its_compatibility_form_is_itself() {
    assert!(finds_name("葛", "葛\u{e0100}") && finds_name("葛\u{e0100}", "葛"));
    assert!(finds_name("\u{f9d1}", "六") && finds_name("六", "\u{f9d1}"));
}

#[test]
fn full_width_input_is_the_same() {
    for query in [
        "ＺＨＡＮＧＳＡＮ",
        "ｚｓ",
        "ｚｓ８０００",
        "１３８００１３８０００",
        "８０００",
        "张　８０００",
    ] {
        assert!(zhang(query), "{query}");
    }
    assert!(finds_name("anna", "Ａｎｎａ"));
}

#[test]
fn nothing_typed_finds_nothing() {
    for text in [
        "", " ", "\u{3000}", "\n\t", "'", "’", "，。", "+", "+86", "·", "\u{feff}",
    ] {
        assert_eq!(refused(text), Some(NoQuery::Nothing), "{text:?}");
    }
}

#[test]
fn nobody_is_found_by_what_nobody_has_written_down() {
    for query in ["张", "zs", "138", "粤A", "lsva"] {
        assert!(!finds(query, &Findable::default()), "{query}");
    }
    assert_eq!(words(&Findable::default()), "o");
}

#[test]
fn absurdly_long_input_is_read_as_far_as_it_can_mean_something() {
    assert!(zhang(&format!("zhangsanfeng{}", " ".repeat(10_000))));
    for text in [
        "张".repeat(10_000),
        "1".repeat(10_000),
        "z".repeat(10_000),
        "a1".repeat(10_000),
    ] {
        assert!(!zhang(&text));
    }
}
