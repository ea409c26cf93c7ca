use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn march() -> DayHint {
    DayHint {
        default_year: Some(2026),
        month: Some(3),
        ..DayHint::default()
    }
}

fn read(text: &str) -> Result<Day, DayRefused> {
    read_day(&Cell::Text(text.into()), &march())
}

fn at(text: &str) -> Result<String, TimeRefused> {
    read_time(&Cell::Text(text.into())).map(|t| t.to_string())
}

#[test]
fn every_spelling_of_a_day_is_the_same_day() {
    for text in [
        "2026-03-01",
        "2026-3-1",
        "2026/3/1",
        "2026/03/01",
        "2026.3.1",
        "2026.03.01",
        "2026年3月1日",
        "2026年03月01号",
        "2026 年 3 月 1 日",
        "20260301",
        "260301",
        "0301",
        "3月1日",
        "3月1号",
        "3月1",
        "03月01日",
        "3/1",
        "03/01",
        "3.1",
        "03-01",
        "3-1",
        "26.3.1",
        "26/3/1",
        "26-03-01",
        "'26.3.1",
        "２０２６－０３－０１",
        "２０２６年３月１日",
        "2026。3。1",
        "2026-03-01 14:30:00",
        "2026-03-01T14:30:00",
        "2026/3/1 14:30",
        "2026年3月1日 下午2:30",
        "2026年3月1日星期日",
        "3月1日（周日）",
        "3月1日(日)",
        "2026-03-01 Sunday",
        "3.1 周日",
        "二〇二六年三月一日",
        "三月一日",
        "2026年3月1日上午",
        "1日",
        "1号",
        "1",
        "46082",
        "46082.6",
        "115年3月1日",
        "民國115年3月1日",
        "115/3/1",
        "3/1/2026",
        "3/1/26",
        "1-Mar-26",
        "Mar 1, 2026",
        "1 March 2026",
        "Sun, Mar 1 2026",
        "March 1",
        "2026 03 01",
        "2026\\3\\1",
        "2026_03_01",
        "3月1日 补登",
        "2026-3月1日",
        " 2026-03-01 \n",
    ] {
        assert_eq!(read(text), Ok(day("2026-03-01")), "{text}");
    }
    assert_eq!(read("二〇二六年三月二十一日"), Ok(day("2026-03-21")));
    assert_eq!(read("三月十日"), Ok(day("2026-03-10")));
}

#[test]
fn an_impossible_day_is_said_to_be_impossible() {
    for text in [
        "2月30日",
        "2026-02-30",
        "13月1日",
        "2026/13/01",
        "2026-04-31",
        "20260230",
        "2/29",
        "3/32",
        "0/5",
        "0.5",
    ] {
        assert_eq!(read(text), Err(DayRefused::NoSuchDay), "{text}");
    }
}

#[test]
fn what_is_no_day_is_refused() {
    for text in [
        "小计",
        "无",
        "3月",
        "2026年3月",
        "2026-03",
        "3.1-3.5",
        "3月1日-5日",
        "5批",
        "13800138000",
        "14:30",
        "3.1万",
        "3.1-3",
        "-",
        "abc",
    ] {
        assert_eq!(read(text), Err(DayRefused::Unreadable), "{text}");
    }
    assert_eq!(read("　"), Err(DayRefused::Empty));
    assert_eq!(read("1026-03-01"), Err(DayRefused::OutOfRange));
    assert_eq!(read("1985-03-01"), Err(DayRefused::OutOfRange));
    assert_eq!(read("2126-03-01"), Err(DayRefused::OutOfRange));
}

#[test]
fn cells_of_every_type_say_days() {
    let date = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let cell = Cell::Date(date.and_hms_opt(10, 15, 0).unwrap());
    assert_eq!(
        read_day_time(&cell, &DayHint::default()),
        Ok((day("2026-03-01"), ClockTime::new(10, 15).ok()))
    );
    for number in [46_082.0, 20_260_301.0, 3.1, 1.0, 260_301.0, 301.0] {
        assert_eq!(
            read_day(&Cell::Number(number), &march()),
            Ok(day("2026-03-01")),
            "{number}"
        );
    }
    let of_1904 = DayHint {
        date_1904: true,
        ..DayHint::default()
    };
    assert_eq!(
        read_day(&Cell::Number(44_620.0), &of_1904),
        Ok(day("2026-03-01"))
    );
    for cell in [
        Cell::Bool(true),
        Cell::Error("#REF!".into()),
        Cell::Time(5.0),
        Cell::Number(-1.0),
        Cell::Number(f64::NAN),
        Cell::Number(5e9),
    ] {
        assert_eq!(
            read_day(&cell, &march()),
            Err(DayRefused::Unreadable),
            "{cell:?}"
        );
    }
}

#[test]
fn a_number_that_lost_its_last_zero_follows_the_row_above() {
    let after_the_ninth = DayHint {
        near: Some(day("2026-03-09")),
        ..march()
    };
    assert_eq!(
        read_day(&Cell::Number(3.1), &after_the_ninth),
        Ok(day("2026-03-10"))
    );
    assert_eq!(
        read_day(
            &Cell::Number(3.2),
            &DayHint {
                near: Some(day("2026-03-01")),
                ..march()
            }
        ),
        Ok(day("2026-03-02"))
    );
}

#[test]
fn a_day_without_a_year_takes_it_from_what_is_known() {
    let bare = Cell::Text("12/30".into());
    assert_eq!(
        read_day(&bare, &DayHint::default()),
        Err(DayRefused::YearMissing)
    );
    let year = DayHint {
        default_year: Some(2026),
        ..DayHint::default()
    };
    assert_eq!(read_day(&bare, &year), Ok(day("2026-12-30")));
    let january = DayHint {
        default_year: Some(2026),
        month: Some(1),
        ..DayHint::default()
    };
    assert_eq!(read_day(&bare, &january), Ok(day("2025-12-30")));
    let after = DayHint {
        near: Some(day("2026-01-02")),
        ..DayHint::default()
    };
    assert_eq!(read_day(&bare, &after), Ok(day("2025-12-30")));
    let today = DayHint {
        today: Some(day("2026-03-05")),
        ..DayHint::default()
    };
    assert_eq!(read_day(&bare, &today), Ok(day("2025-12-30")));
    assert_eq!(
        read_day(&Cell::Text("3/1".into()), &today),
        Ok(day("2026-03-01"))
    );
}

#[test]
fn a_birthday_may_lie_in_the_last_century() {
    let hint = DayHint {
        earliest_year: 1900,
        today: Some(day("2026-03-05")),
        ..DayHint::default()
    };
    for text in ["1985-03-01", "85.3.1", "19850301", "1985年3月1日"] {
        assert_eq!(
            read_day(&Cell::Text(text.into()), &hint),
            Ok(day("1985-03-01")),
            "{text}"
        );
    }
}

#[test]
fn every_spelling_of_a_time_is_the_same_time() {
    for text in [
        "14:30",
        "14：30",
        "14.30",
        "14.3",
        "下午2:30",
        "2:30PM",
        "2:30 p.m.",
        "14点30分",
        "14点30",
        "14点半",
        "下午两点半",
        "1430",
        "14:30:00",
        "14:30:59.5",
        "14h30",
        "2026-03-01 14:30:00",
        "2026/3/1 下午2:30",
        "约14:30",
        "14:30左右",
        "１４：３０",
        "14时30分",
        "14時30分",
    ] {
        assert_eq!(at(text).as_deref(), Ok("14:30"), "{text}");
    }
    assert_eq!(at("14时").as_deref(), Ok("14:00"));
    assert_eq!(at("930").as_deref(), Ok("09:30"));
    assert_eq!(at("上午9点一刻").as_deref(), Ok("09:15"));
    assert_eq!(at("12:15 AM").as_deref(), Ok("00:15"));
    assert_eq!(at("中午12:30").as_deref(), Ok("12:30"));
    assert_eq!(at("14:5").as_deref(), Ok("14:05"));
}

#[test]
fn a_time_that_no_clock_shows_is_refused() {
    assert_eq!(at("25:70"), Err(TimeRefused::NoSuchTime));
    assert_eq!(at("24:00"), Err(TimeRefused::NoSuchTime));
    for text in ["刚到", "2026-03-01", "14:30abc", "1:2:3:4"] {
        assert_eq!(at(text), Err(TimeRefused::Unreadable), "{text}");
    }
}

#[test]
fn cells_of_every_type_say_times() {
    for cell in [
        Cell::Time(615.0),
        Cell::Number(0.427_083_333_333_333_3),
        Cell::Number(10.15),
        Cell::Number(1015.0),
        Cell::Number(46_082.427_083_333),
    ] {
        assert_eq!(
            read_time(&cell).map(|t| t.to_string()).as_deref(),
            Ok("10:15"),
            "{cell:?}"
        );
    }
    let just_before = NaiveDate::from_ymd_opt(2026, 3, 1)
        .unwrap()
        .and_hms_milli_opt(10, 14, 59, 999)
        .unwrap();
    assert_eq!(
        read_time(&Cell::Date(just_before)).unwrap().to_string(),
        "10:15"
    );
    assert_eq!(
        read_time(&Cell::Time(2_000.0)),
        Err(TimeRefused::NoSuchTime)
    );
    assert_eq!(read_time(&Cell::Empty), Err(TimeRefused::Empty));
}

#[test]
fn a_span_gives_both_ends() {
    let (from, to) = read_times(&Cell::Text("14:30-15：20".into())).unwrap();
    assert_eq!(
        (from.to_string(), to.map(|t| t.to_string())),
        ("14:30".into(), Some("15:20".into()))
    );
}

proptest! {
    #[test]
    fn reading_never_panics(text in "\\PC{0,40}", number in proptest::num::f64::ANY) {
        let _ = (read(&text), at(&text));
        let _ = (read_day(&Cell::Number(number), &march()), read_time(&Cell::Number(number)), Cell::Number(number).text());
    }

    #[test]
    fn almost_dates_never_panic(text in "[0-9年月日号点时./: \\-一二三十〇上下午pm(]{0,24}") {
        let _ = (read(&text), at(&text));
    }

    #[test]
    fn every_day_is_read_in_every_order(days in 0..40_000_i64, form in 0..6_usize) {
        let d = day("1990-01-01").plus(days);
        let (y, m, n) = (d.year(), d.month(), d.day_of_month());
        let text = match form {
            0 => format!("{y}-{m:02}-{n:02}"),
            1 => format!("{y}/{m}/{n}"),
            2 => format!("{y}.{m}.{n}"),
            3 => format!("{y}年{m}月{n}日"),
            4 => format!("{y}{m:02}{n:02}"),
            _ => format!("{m}/{n}/{y}"),
        };
        prop_assert_eq!(read(&text), Ok(d));
    }
}
