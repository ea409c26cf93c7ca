//! People who are in no store yet: for walk-ins and registers that are made up.

use std::collections::HashSet;

use fastrand::Rng;

use crate::book::Book;

/// Draws people.
pub struct People {
    /// Of the same seed the same people.
    pub rng: Rng,
    surnames: Vec<char>,
    given: Vec<char>,
    models: Vec<String>,
    talks: Vec<String>,
    drawn: HashSet<u64>,
}

impl People {
    /// From the book, by a seed.
    pub fn new(book: &Book, seed: u64) -> Self {
        Self {
            rng: Rng::with_seed(seed),
            surnames: book.surnames.chars().collect(),
            given: book
                .given_male
                .chars()
                .chain(book.given_female.chars())
                .collect(),
            models: book
                .models
                .iter()
                .map(|model| model.series.clone())
                .collect(),
            talks: book.talks.clone(),
            drawn: HashSet::new(),
        }
    }

    /// A name of two or three characters.
    pub fn name(&mut self) -> String {
        let mut name = String::from(self.one_of(|people| &people.surnames));
        for _ in 0..if self.rng.u8(..100) < 70 { 2 } else { 1 } {
            name.push(self.one_of(|people| &people.given));
        }
        name
    }

    /// A mobile number that was not drawn before, with a prefix that demo branches do not use.
    pub fn phone(&mut self) -> String {
        loop {
            let number = self.rng.u64(..100_000_000);
            if self.drawn.insert(number) {
                return format!("166{number:08}");
            }
        }
    }

    /// What they came to see.
    pub fn model(&mut self) -> String {
        self.models[self.rng.usize(..self.models.len())].clone()
    }

    /// What was said.
    pub fn talk(&mut self) -> String {
        self.talks[self.rng.usize(..self.talks.len())].clone()
    }

    fn one_of(&mut self, list: impl Fn(&Self) -> &Vec<char>) -> char {
        let length = list(self).len();
        let at = self.rng.usize(..length);
        list(self)[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_is_drawn_twice_and_a_seed_gives_the_same_people() {
        let Ok(book) = Book::read() else {
            panic!("the book can be read")
        };
        let draw = |seed| {
            let mut people = People::new(&book, seed);
            (0..1000)
                .map(|_| (people.name(), people.phone()))
                .collect::<Vec<_>>()
        };
        let numbers: HashSet<String> = draw(1).into_iter().map(|(_, phone)| phone).collect();
        assert_eq!(numbers.len(), 1000);
        assert_eq!(draw(2), draw(2));
        assert_ne!(draw(1), draw(2));
    }
}
