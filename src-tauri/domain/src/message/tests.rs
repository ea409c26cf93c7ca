//! What a filled text says.

use super::*;

fn zhang() -> Known {
    Known {
        name: "张建国".into(),
        gender: Some(Gender::Male),
        consultant: "李强".into(),
        branch: "长沙河西店".into(),
        brand: "广汽本田".into(),
        model: "雅阁".into(),
        day: Some((6, "2026-03-07".parse().unwrap())),
        time: Some("10:00".parse().unwrap()),
    }
}

#[test]
fn a_text_speaks_to_the_customer_by_surname_and_title() {
    assert_eq!(
        fill(
            "{customer}您好，我是{branch}的{consultant}。{day} {time}来看{model}。",
            Lang::ZhCn,
            &zhang()
        ),
        "张先生您好，我是长沙河西店的李强。3月7日（周六） 10:00来看雅阁。"
    );
    assert_eq!(
        fill(
            "Hello {customer}, on {day} at {time} for the {model}",
            Lang::En,
            &zhang()
        ),
        "Hello Mr 张, on Saturday 7 March at 10:00 for the 雅阁"
    );
}

#[test]
fn how_somebody_is_spoken_to() {
    let female = Some(Gender::Female);
    for (name, gender, said) in [
        ("欧阳娜娜", female, "欧阳女士"),
        ("歐陽娜娜", female, "歐陽女士"),
        ("王芳", female, "王女士"),
        ("王", female, "王女士"),
        ("王女士", female, "王女士"),
        ("李总", Some(Gender::Male), "李总"),
        ("王芳", None, "王芳"),
        ("长沙远大物流公司", Some(Gender::Male), "长沙远大物流公司"),
        ("John Smith", Some(Gender::Male), "Smith 先生"),
        ("", female, ""),
    ] {
        assert_eq!(address(name, gender, Lang::ZhCn), said, "{name}");
    }
    assert_eq!(
        address("John Smith", Some(Gender::Male), Lang::En),
        "Mr Smith"
    );
}

#[test]
fn what_is_not_known_leaves_the_sentence_readable() {
    let nobody = Known {
        consultant: "李强".into(),
        ..Known::default()
    };
    for (lang, text, said) in [
        (
            Lang::ZhCn,
            "{customer}您好，我是{branch}的{consultant}。",
            "您好，我是我们店的李强。",
        ),
        (Lang::ZhCn, "{customer}，祝您生日快乐！", "祝您生日快乐！"),
        (
            Lang::ZhCn,
            "提醒您已预约{day} {time}到店。",
            "提醒您已预约这几天到店。",
        ),
        (Lang::ZhTw, "您看的{model}到店了", "您看的這款車到店了"),
        (
            Lang::En,
            "Hello {customer}, this is {consultant}.",
            "Hello, this is 李强.",
        ),
        (
            Lang::En,
            "Happy birthday, {customer}! From us.",
            "Happy birthday! From us.",
        ),
        (
            Lang::En,
            "the {model} on {day} at {time}",
            "the car on one of the next days at the time agreed",
        ),
    ] {
        assert_eq!(fill(text, lang, &nobody), said);
    }
}

#[test]
fn what_is_no_blank_stays_as_it_was_written() {
    assert_eq!(
        fill("{price} {customer} {", Lang::ZhCn, &zhang()),
        "{price} 张先生 {"
    );
}

#[test]
fn today_and_tomorrow_are_called_so() {
    let in_days = |ahead| Known {
        day: Some((ahead, "2026-03-02".parse().unwrap())),
        ..zhang()
    };
    assert_eq!(fill("{day}", Lang::ZhCn, &in_days(0)), "今天");
    assert_eq!(fill("{day}", Lang::ZhTw, &in_days(1)), "明天");
    assert_eq!(fill("on {day}", Lang::En, &in_days(1)), "on Monday 2 March");
}
