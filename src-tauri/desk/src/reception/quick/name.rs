//! A name as one writes it in a hurry, with how to address the person and how many came behind it.
//! Refuses long runs of Han characters: those are a remark.

use domain::rows::Gender;

use super::terms::party;

/// Who came, as far as one word says it.
pub(super) struct Named {
    pub name: String,
    pub gender: Option<Gender>,
    pub party: Option<i64>,
}

/// `王`, `王女士`, `王芳f2`: Han characters, then what one types in a hurry.
pub(super) fn name(word: &str) -> Option<Named> {
    const ADDRESSED: &[(&str, Gender)] = &[
        ("先生", Gender::Male),
        ("女士", Gender::Female),
        ("小姐", Gender::Female),
        ("太太", Gender::Female),
        ("男", Gender::Male),
        ("女", Gender::Female),
        ("m", Gender::Male),
        ("f", Gender::Female),
        ("M", Gender::Male),
        ("F", Gender::Female),
    ];
    let rest = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &word[rest.len()..];
    let party = (!digits.is_empty()).then(|| party(digits)).flatten();
    if !digits.is_empty() && party.is_none() {
        return None;
    }
    let (bare, gender) = ADDRESSED
        .iter()
        .find_map(|(end, gender)| rest.strip_suffix(end).map(|bare| (bare, Some(*gender))))
        .unwrap_or((rest, None));
    let han = bare.chars().filter(|c| is_han(*c)).count();
    let length = bare.chars().count();
    // Longer runs of Han characters without an address are a remark.
    let fits = (1..=4).contains(&length) && han == length;
    // "王女士" is written down as it was said.
    let name = if gender.is_some() && rest.len() - bare.len() >= "女士".len() {
        rest
    } else {
        bare
    };
    fits.then(|| Named {
        name: name.to_owned(),
        gender,
        party,
    })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' | '·')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_an_f_and_a_digit_are_a_lady_with_company() {
        let found = name("王f2").unwrap();
        assert_eq!(
            (found.name.as_str(), found.gender, found.party),
            ("王", Some(Gender::Female), Some(2))
        );
    }

    #[test]
    fn an_address_stays_with_the_name_as_it_was_said() {
        assert_eq!(name("欧阳先生").unwrap().name, "欧阳先生");
        assert_eq!(name("欧阳先生").unwrap().gender, Some(Gender::Male));
    }
}
