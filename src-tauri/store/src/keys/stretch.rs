//! Making guessing expensive: Argon2id (RFC 9106) and the limits on its parameters.
//!
//! Parameters travel with what they protect, so a hostile file may lower them (cheap guessing) or raise them (a PC that
//! stands still). A [`Policy`] has a floor and a ceiling and is asked *before* any work is done. The product uses
//! [`Policy::production`] alone; a cheap one exists only in builds made for tests.

use argon2::{Algorithm, Argon2, AssociatedData, Params, ParamsBuilder, Version};
use serde::{Deserialize, Serialize};

use super::errors::ParamsRefused;
use super::seal::Aad;
use super::secret::Secret;

/// Bytes of salt, as RFC 9106 advises.
pub const STRETCH_SALT_LEN: usize = 16;

/// The cost of one Argon2id hash. The names are RFC 9106's and fixed: they travel in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StretchParams {
    /// Memory in KiB.
    pub m: u32,
    /// Passes over it.
    pub t: u32,
    /// Lanes.
    pub p: u32,
}

impl StretchParams {
    /// Binds a box to these parameters.
    pub(super) fn bind(self, aad: Aad) -> Aad {
        aad.number(self.m).number(self.t).number(self.p)
    }

    fn build(self, bound_to: &[u8; 16]) -> Result<Params, argon2::Error> {
        ParamsBuilder::new()
            .m_cost(self.m)
            .t_cost(self.t)
            .p_cost(self.p)
            .output_len(super::secret::SECRET_LEN)
            .data(AssociatedData::new(bound_to)?)
            .build()
    }
}

/// Which parameters are used for new secrets and which are accepted from old ones.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    fresh: StretchParams,
    floor: StretchParams,
    ceiling: StretchParams,
}

impl Policy {
    /// RFC 9106's second recommended option (64 MiB, 3 passes, 4 lanes), which is also the floor except for the lanes
    /// (fewer lanes make it no cheaper for who guesses). The ceiling costs a few seconds, not a stopped PC.
    #[must_use]
    pub fn production() -> Self {
        Self {
            fresh: StretchParams {
                m: 64 * 1024,
                t: 3,
                p: 4,
            },
            floor: StretchParams {
                m: 64 * 1024,
                t: 3,
                p: 1,
            },
            ceiling: StretchParams {
                m: 256 * 1024,
                t: 10,
                p: 16,
            },
        }
    }

    /// Costs next to nothing and protects nothing.
    #[cfg(any(test, feature = "test-support"))]
    #[must_use]
    pub fn cheap_for_tests() -> Self {
        Self {
            fresh: StretchParams { m: 32, t: 2, p: 1 },
            floor: StretchParams { m: 16, t: 1, p: 1 },
            ceiling: StretchParams { m: 128, t: 4, p: 4 },
        }
    }

    /// What new passwords and PINs are stretched with.
    #[must_use]
    pub fn fresh(&self) -> StretchParams {
        self.fresh
    }

    /// Whether found parameters may be used.
    ///
    /// # Errors
    /// [`ParamsRefused`] below the floor or above the ceiling.
    pub fn check(&self, found: StretchParams) -> Result<(), ParamsRefused> {
        let StretchParams { m, t, p } = found;
        // Argon2 needs eight blocks a lane.
        if m < self.floor.m || t < self.floor.t || p < self.floor.p || m / 8 < p {
            return Err(ParamsRefused::Weak);
        }
        if m > self.ceiling.m || t > self.ceiling.t || p > self.ceiling.p {
            return Err(ParamsRefused::Costly);
        }
        Ok(())
    }

    /// Argon2id of `guessable`, with what is mixed into it: the salt, whose it is, and a pepper if there is one.
    ///
    /// # Errors
    /// [`ParamsRefused`], before any memory is taken.
    pub(super) fn stretch(
        &self,
        params: StretchParams,
        guessable: &[u8],
        salt: &[u8; STRETCH_SALT_LEN],
        bound_to: &[u8; 16],
        pepper: Option<&Secret>,
    ) -> Result<Secret, ParamsRefused> {
        self.check(params)?;
        let params = params.build(bound_to).map_err(|_| ParamsRefused::Weak)?;
        let pepper = pepper.map_or(&[][..], |secret| secret.as_bytes());
        let argon2 = Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params)
            .expect("a pepper has 0 or 32 bytes and Argon2 takes 4 GiB");
        Secret::filled_by(|key| argon2.hash_password_into(guessable, salt, key))
            .map_err(|_| ParamsRefused::Costly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(m: u32, t: u32, p: u32) -> StretchParams {
        StretchParams { m, t, p }
    }

    #[test]
    fn the_product_uses_the_second_option_of_rfc_9106() {
        assert_eq!(Policy::production().fresh(), params(65_536, 3, 4));
        assert_eq!(
            Policy::production().check(Policy::production().fresh()),
            Ok(())
        );
    }

    #[test]
    fn anything_below_the_floor_is_weak() {
        let policy = Policy::production();
        for weak in [
            params(65_535, 3, 4),
            params(65_536, 2, 4),
            params(65_536, 3, 0),
            params(0, 0, 0),
            Policy::cheap_for_tests().fresh(),
        ] {
            assert_eq!(policy.check(weak), Err(ParamsRefused::Weak), "{weak:?}");
        }
    }

    #[test]
    fn anything_above_the_ceiling_is_refused_before_it_costs_anything() {
        let policy = Policy::production();
        for costly in [
            params(256 * 1024 + 1, 3, 4),
            params(u32::MAX, 3, 1),
            params(65_536, 11, 4),
            params(65_536, u32::MAX, 4),
            params(65_536, 3, 17),
        ] {
            assert_eq!(
                policy.check(costly),
                Err(ParamsRefused::Costly),
                "{costly:?}"
            );
            let tried = policy.stretch(costly, b"password", &[0; 16], &[0; 16], None);
            assert_eq!(tried.err(), Some(ParamsRefused::Costly));
        }
    }

    #[test]
    fn every_ingredient_changes_the_key() {
        let policy = Policy::cheap_for_tests();
        let pepper = Secret::random();
        let key = |params, word: &[u8], salt, whose, pepper| {
            policy
                .stretch(params, word, &[salt; 16], &[whose; 16], pepper)
                .expect("stretched")
        };
        let first = key(params(32, 2, 1), b"word", 1, 1, None);
        assert_eq!(first, key(params(32, 2, 1), b"word", 1, 1, None));
        assert_ne!(first, key(params(33, 2, 1), b"word", 1, 1, None));
        assert_ne!(first, key(params(32, 3, 1), b"word", 1, 1, None));
        assert_ne!(first, key(params(32, 2, 2), b"word", 1, 1, None));
        assert_ne!(first, key(params(32, 2, 1), b"Word", 1, 1, None));
        assert_ne!(first, key(params(32, 2, 1), b"word", 2, 1, None));
        assert_ne!(first, key(params(32, 2, 1), b"word", 1, 2, None));
        assert_ne!(first, key(params(32, 2, 1), b"word", 1, 1, Some(&pepper)));
    }
}
