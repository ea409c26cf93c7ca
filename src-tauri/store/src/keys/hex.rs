//! Bytes as lower-case hexadecimal text in JSON: one spelling only, so that a file has one form.

use data_encoding::HEXLOWER;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;

/// For `#[serde(serialize_with)]` on anything that is bytes.
pub(super) fn serialize<S: Serializer>(bytes: impl AsRef<[u8]>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&HEXLOWER.encode(bytes.as_ref()))
}

/// For `#[serde(with)]` on a `Vec<u8>` or a `[u8; N]`, whose length must fit.
pub(super) fn deserialize<'de, D: Deserializer<'de>, T: TryFrom<Vec<u8>>>(
    from: D,
) -> Result<T, D::Error> {
    let text = String::deserialize(from)?;
    let bytes = HEXLOWER
        .decode(text.as_bytes())
        .map_err(|_| Error::custom("not hexadecimal"))?;
    T::try_from(bytes).map_err(|_| Error::custom("wrong length"))
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Pair {
        #[serde(with = "super")]
        fixed: [u8; 2],
        #[serde(with = "super")]
        free: Vec<u8>,
    }

    #[test]
    fn bytes_travel_as_lower_case_digits_and_come_back() {
        let pair = Pair {
            fixed: [0, 255],
            free: vec![1, 2, 3],
        };
        let text = serde_json::to_string(&pair).expect("written");
        assert_eq!(text, r#"{"fixed":"00ff","free":"010203"}"#);
        assert_eq!(serde_json::from_str::<Pair>(&text).expect("read"), pair);
    }

    #[test]
    fn upper_case_odd_lengths_and_wrong_lengths_are_refused() {
        for text in [
            r#"{"fixed":"00FF","free":""}"#,
            r#"{"fixed":"00f","free":""}"#,
            r#"{"fixed":"00ff00","free":""}"#,
            r#"{"fixed":"00ff","free":"zz"}"#,
        ] {
            assert!(serde_json::from_str::<Pair>(text).is_err(), "{text}");
        }
    }
}
