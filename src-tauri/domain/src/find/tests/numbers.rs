//! Phones, plates, VINs and accounts: whole, in part, in every spelling.

use super::*;

const VIN: &str = "LSVAG2180E2100123";

#[test]
fn any_three_digits_in_a_row_find_a_phone() {
    let phone = "13812345678";
    for start in 0..phone.len() {
        for end in start + 3..=phone.len() {
            assert!(finds_phone(&phone[start..end], phone), "{start}..{end}");
        }
    }
    for other in ["139", "8123457", "5679", "138123456789"] {
        assert!(!finds_phone(other, phone), "{other}");
    }
}

#[test]
fn the_last_four_find_whatever_they_look_like() {
    for last in ["8000", "0086", "0000", "8686", "1386"] {
        assert!(finds_phone(last, &format!("1391234{last}")), "{last}");
    }
    assert!(finds_phone("00861", "13900861234"));
}

#[test]
fn one_or_two_digits_are_too_short() {
    for text in ["1", "13", " 13 ", "１３", "1 3", "+86 13"] {
        assert_eq!(refused(text), Some(NoQuery::TooShort), "{text}");
    }
    assert!(refused("138").is_none());
}

#[test]
fn a_whole_mobile_finds_in_any_spelling_and_is_known_to_be_whole() {
    for spelling in [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138.0013.8000",
        "１３８００１３８０００",
        "+86 138 0013 8000",
        "+8613800138000",
        "＋86-138-0013-8000",
        "0086 13800138000",
        "008613800138000",
        "8613800138000",
        "86 138 0013 8000",
        "(+86)13800138000",
        "（86）138 0013 8000",
        "013800138000",
        "  13800138000  ",
    ] {
        assert!(finds_phone(spelling, "13800138000"), "{spelling}");
        assert!(!finds_phone(spelling, "13800138001"), "{spelling}");
        let query = Query::parse(spelling).unwrap();
        assert_eq!(query.full_phone(), Some("13800138000"), "{spelling}");
    }
}

#[test]
fn a_whole_landline_finds_in_any_spelling_and_is_known_to_be_whole() {
    for spelling in [
        "073185551234",
        "0731-85551234",
        "(0731) 8555 1234",
        "+86 731 85551234",
        "0086-731-85551234",
    ] {
        assert!(finds_phone(spelling, "073185551234"), "{spelling}");
        let query = Query::parse(spelling).unwrap();
        assert_eq!(query.full_phone(), Some("073185551234"), "{spelling}");
    }
    assert!(finds_phone("85551234", "073185551234"));
}

#[test]
fn a_whole_number_from_abroad_finds_in_any_spelling_and_is_known_to_be_whole() {
    for spelling in ["+852 9123 4567", "+85291234567", "00852-91234567"] {
        assert!(finds_phone(spelling, "+85291234567"), "{spelling}");
        let query = Query::parse(spelling).unwrap();
        assert_eq!(query.full_phone(), Some("+85291234567"), "{spelling}");
    }
    assert!(finds_phone("91234567", "+85291234567"));
}

#[test]
fn a_part_of_a_number_is_never_a_whole_one() {
    for part in [
        "1380013800",
        "8000",
        "85551234",
        "zs13800138000",
        "粤A12345",
    ] {
        assert_eq!(Query::parse(part).unwrap().full_phone(), None, "{part}");
    }
}

#[test]
fn a_number_being_typed_finds_at_every_step() {
    for spelling in [
        "+86 138 0013 8000",
        "0086 138 0013 8000",
        "138-0013-8000",
        "13 80 01 38 00 0",
    ] {
        let characters: Vec<char> = spelling.chars().collect();
        for end in 1..=characters.len() {
            let typed: String = characters[..end].iter().collect();
            // 0086 might be the end of a number until three digits stand behind it.
            let country_only = typed.starts_with('0') && typed.len() < "0086 138".len();
            if Query::parse(&typed).is_ok() && !country_only {
                assert!(finds_phone(&typed, "13800138000"), "{typed}");
            }
        }
    }
}

#[test]
fn a_plate_finds_with_and_without_its_dot_in_either_case() {
    for query in [
        "粤A12345",
        "粤A·12345",
        "粤a12345",
        "粤a·123",
        "粵A12345",
        "粤A 12345",
        "粤 A12345",
        "粤A•12345",
        "粤A-12345",
        "粤A",
        "粤A1",
        "粤A12",
        "粤A123",
        "粤A1234",
        "粤Ａ１２３４５",
        "A12345",
        "A·12345",
        "a-12345",
        "a 12345",
        "a12345",
        "A12",
        "123",
        "2345",
        "12345",
    ] {
        for plate in ["粤A·12345", "粤A12345", "粵a 12345"] {
            assert!(finds_plate(query, plate), "{query} finds {plate}");
        }
    }
    for query in [
        "粤B12345",
        "湘A12345",
        "粤A12346",
        "A·12346",
        "B12345",
        "粤A2",
    ] {
        assert!(!finds_plate(query, "粤A·12345"), "{query}");
    }
}

#[test]
fn longer_and_special_plates_find() {
    assert!(finds_plate("粤AD12345", "粤A·D12345"));
    assert!(finds_plate("d12345", "粤A·D12345"));
    assert!(finds_plate("粤B1234警", "粤B1234警"));
    assert!(finds_plate("粤Z1234港", "粤Z·1234港"));
    assert!(finds_plate("粤z1234", "粤Z·1234港"));
    assert!(finds_plate("使224578", "使224578"));
    assert!(finds_plate("使224", "使224578"));
}

#[test]
fn a_vin_finds_by_any_four_characters_or_more() {
    for query in [
        VIN,
        &VIN.to_lowercase(),
        "LSVAG 2180 E210 0123",
        "LSVAG-2180E2100123",
    ] {
        assert!(finds_vin(query, VIN), "{query}");
    }
    for start in 0..VIN.len() {
        for end in start + 4..=VIN.len() {
            assert!(finds_vin(&VIN[start..end], VIN), "{}", &VIN[start..end]);
        }
    }
    for other in ["LSVAG2180E2100124", "00124", "lsvb"] {
        assert!(!finds_vin(other, VIN), "{other}");
    }
}

#[test]
fn the_letters_that_begin_a_vin_find_before_the_first_digit() {
    for letters in ["lvsh", "LVSHC", "lvshca", "lvshcam", "lvshcamb"] {
        assert!(finds_vin(letters, "LVSHCAMB1CE012345"), "{letters}");
    }
}

#[test]
fn a_wechat_account_finds_from_its_fourth_character_on() {
    let account = "wxid_a1b2c3d4";
    for end in 4..=account.len() {
        assert!(
            finds_wechat(&account[..end], account),
            "{}",
            &account[..end]
        );
    }
    for (query, account) in [
        ("zhangsan-88", "ZhangSan-88"),
        ("ZHANGSAN88", "zhangsan-88"),
        ("zhangsan_feng_1", "zhangsan_feng_1988"),
        ("a-b-c-1", "a-b-c-1-2"),
        ("13800138000", "13800138000"),
        ("8000", "13800138000"),
        ("138001", "微信同号 13800138000"),
    ] {
        assert!(finds_wechat(query, account), "{query} finds {account}");
    }
    for other in ["wxid_a1b2c3d5", "a1b2c3d4", "wxid_b"] {
        assert!(!finds_wechat(other, account), "{other}");
    }
}

#[test]
fn what_one_customer_has_and_another_has_finds_neither() {
    let one = Findable {
        names: &["张三"],
        plates: &["粤A12345"],
        ..Findable::default()
    };
    assert!(finds("张三 粤A12345", &one));
    assert!(finds("zs 12345", &one));
    assert!(!finds("李四 粤A12345", &one));
    assert!(!finds("张三 粤B12345", &one));
}
