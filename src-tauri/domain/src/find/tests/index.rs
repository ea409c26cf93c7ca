//! The index never misses a customer whom the query matches, and what people copy from a customer finds that customer.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;

/// Somebody, as random as showrooms are.
#[derive(Debug, Clone)]
struct Someone {
    name: String,
    company: String,
    phone: String,
    plate: String,
    vin: String,
    wechat: String,
}

impl Someone {
    fn findable<T>(&self, use_it: impl FnOnce(&Findable<'_>) -> T) -> T {
        use_it(&Findable {
            names: &[&self.name],
            companies: &[&self.company],
            phones: &[&self.phone],
            plates: &[&self.plate],
            vins: &[&self.vin],
            wechat: Some(&self.wechat),
            owner: "a",
        })
    }
}

/// Names in both scripts, of many readings, with dots, of other countries.
fn name() -> impl Strategy<Value = String> {
    let surname = select(vec![
        "张", "張", "王", "曾", "单", "仇", "解", "区", "吕", "朴", "欧阳", "歐陽", "尉迟", "诸葛",
        "长孙", "𠮷",
    ]);
    let given = prop::collection::vec(
        select(
            "三丰伟芳国重庆长乐行曾单朝晟锺書麗乾𬎆小明安一"
                .chars()
                .collect::<Vec<_>>(),
        ),
        1..4,
    );
    let han = (surname, given)
        .prop_map(|(surname, given)| surname.to_owned() + &given.into_iter().collect::<String>());
    prop_oneof![
        8 => han,
        1 => "[A-Z][a-z]{1,7}[ '-][A-Z][a-z]{1,7}",
        1 => "[阿里木买提]{2,4}·[阿里木买提]{2,4}",
    ]
}

fn someone() -> impl Strategy<Value = Someone> {
    let phone =
        prop_oneof![5 => "1[3-9][0-9]{9}", 1 => "0731[2-9][0-9]{7}", 1 => "\\+852[5-9][0-9]{7}"];
    let plate = "[京粤粵沪湘][A-HJ-NP-Z]·?[A-HJ-NP-Z]?[0-9]{4,5}";
    let company = "[广州白云贸易有限公司汽车]{2,10}";
    let wechat = "[a-z][a-z0-9]{3}[a-z0-9_-]{2,11}";
    let vin = "[A-HJ-NPR-Z]{3}[A-HJ-NPR-Z0-9]{10}[0-9]{4}";
    (name(), company, phone, plate, vin, wechat).prop_map(
        |(name, company, phone, plate, vin, wechat)| Someone {
            name,
            company,
            phone,
            plate,
            vin,
            wechat,
        },
    )
}

/// Somebody and typed text of so few different characters that they often meet by chance.
fn chance() -> impl Strategy<Value = (Someone, String)> {
    let someone = (
        "[张單单三欧阳ab'· ]{1,7}",
        "[张单三ab1]{1,5}",
        "[012]{3,9}",
        "[粤ab]?[ab][ab012]{1,6}",
        "[ab012]{3,10}",
        "[ab0_三]{1,12}",
    )
        .prop_map(|(name, company, phone, plate, vin, wechat)| Someone {
            name,
            company,
            phone,
            plate,
            vin,
            wechat,
        });
    let typed = prop_oneof![
        "[ab012]{1,7}",
        "[粤张单單三欧阳]{1,4}",
        "[粤张单三ab012]{1,7}",
        "[粤张单三ab012 ·_'-]{1,9}",
        "[zhangsoueyd ']{1,8}",
        "[0-2]{1,6}",
    ];
    (someone, typed)
}

/// A piece of the text of at least `least` characters.
fn piece(text: &str, least: usize, from: Index, length: Index) -> String {
    let characters: Vec<char> = text.chars().collect();
    let least = least.min(characters.len());
    let from = from.index(characters.len() - least + 1);
    let length = least + length.index(characters.len() - from - least + 1);
    characters[from..from + length].iter().collect()
}

/// The text without signs.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What people copy from somebody's row, or type while they look at it.
fn copies(someone: &Someone, from: Index, length: Index) -> Vec<String> {
    let piece = |text: &str, least| piece(text, least, from, length);
    let last_four = &someone.phone[someone.phone.len() - 4..];
    let plate = bare(&someone.plate);
    let without_province: String = plate.chars().skip(1).collect();
    let name = bare(&someone.name);
    // A Latin name finds from the beginning of its words on.
    let least = if name.is_ascii() { usize::MAX } else { 1 };
    vec![
        someone.name.clone(),
        piece(&name, least),
        someone.company.clone(),
        piece(&someone.company, 2),
        someone.phone.clone(),
        piece(someone.phone.trim_start_matches('+'), 3),
        someone.plate.clone(),
        plate.to_lowercase(),
        piece(&without_province, 3),
        someone.vin.clone(),
        someone.wechat.clone(),
        format!("{} {last_four}", someone.name),
        format!("{name}{last_four}"),
        format!("{last_four} {}", someone.plate),
    ]
}

proptest! {
    // One in fourteen meets.
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn the_index_never_misses_whom_a_query_matches_by_chance((someone, typed) in chance()) {
        // `finds` compares the row with the index.
        someone.findable(|customer| finds(&typed, customer));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_index_never_misses_whom_any_text_matches(someone in someone(), typed in "\\PC{0,12}") {
        someone.findable(|customer| finds(&typed, customer));
    }

    #[test]
    fn what_is_copied_from_a_customer_finds_the_customer(someone in someone(), from in any::<Index>(), length in any::<Index>()) {
        for typed in copies(&someone, from, length) {
            prop_assert!(someone.findable(|customer| finds(&typed, customer)), "{} finds {:?}", typed, someone);
        }
    }

    #[test]
    fn a_vin_finds_by_any_six_of_its_characters_with_a_digit_among_them(someone in someone(), from in any::<Index>(), length in any::<Index>()) {
        let typed = piece(&someone.vin, 6, from, length);
        prop_assume!(typed.bytes().any(|b| b.is_ascii_digit()));
        prop_assert!(someone.findable(|customer| finds(&typed, customer)), "{}", typed);
    }

    #[test]
    fn words_hold_no_signs_and_stand_in_order_each_once(someone in someone(), more in "\\PC{0,20}") {
        let text = Someone { name: format!("{}{more}", someone.name), wechat: more, ..someone }.findable(words);
        let all: Vec<&str> = text.split(' ').collect();
        prop_assert!(all.is_sorted_by(|a, b| a < b));
        for word in all {
            prop_assert!(!word.is_empty() && word.chars().all(|c| !c.is_ascii() || c.is_ascii_lowercase() || c.is_ascii_digit()), "{}", word);
        }
    }
}
