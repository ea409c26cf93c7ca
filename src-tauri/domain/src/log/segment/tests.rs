use uuid::Uuid;

use super::*;
use crate::id::{ActId, StaffId};
use crate::log::from_hex;
use crate::log::op::Change;
use crate::value::Value;
use crate::when::Moment;

fn line(seq: u64) -> Line {
    let id = |n: u64| Uuid::from_u128(u128::from(n));
    let op = Op {
        header: Header {
            act: ActId(id(2)),
            nth: seq as u32,
            of: 2,
            branch: BranchId(id(3)),
            device: DeviceId(id(4)),
            incarnation: IncarnationId(id(5)),
            seq,
            clock: 1_772_000_000_000 + seq,
            verb: "log_walk_in".into(),
            subject: id(6),
            actor: StaffId(id(8)),
            happened_at: Moment(1_772_000_000_000),
            entered_at: Moment(1_772_000_060_000),
            signature: None,
        },
        salt: Salt([9; 16]),
        changes: vec![Change {
            table: "visit".into(),
            row: id(10),
            fields: [("name".into(), Value::Text("王女士".into()))].into(),
            base: [("name".into(), Value::Null)].into(),
        }],
    };
    Line::from(&op)
}

fn segment() -> Segment {
    let mut second = line(2);
    second.header.clock = u64::MAX;
    second.header.signature = Some("ab".repeat(64));
    second.contents = Contents::Erased(line(2).body_hash());
    Segment {
        previous: Hash([7; 32]),
        lines: vec![line(1), second],
        seal: [1; 64],
    }
}

/// The lines of a packed segment, in clear.
fn lines_of(packed: &[u8]) -> String {
    let (_, body) = split(packed).unwrap();
    String::from_utf8(zstd::decode_all(body).unwrap()).unwrap()
}

#[test]
fn the_bytes_of_version_1_never_change() {
    let packed = segment().pack().unwrap();
    let length = usize::from(u16::from_be_bytes([packed[0], packed[1]]));
    let zeros = "00000000-0000-0000-0000-0000000000";
    assert_eq!(
        std::str::from_utf8(&packed[2..2 + length]).unwrap(),
        format!(
            r#"{{"v":1,"b":"{zeros}03","d":"{zeros}04","i":"{zeros}05","f":1,"l":2,"p":"{}","s":"{}"}}"#,
            "07".repeat(32),
            "01".repeat(64)
        )
    );
    let salt = "09".repeat(16);
    let hash = line(2).body_hash();
    let signature = "ab".repeat(64);
    assert_eq!(
        lines_of(&packed),
        format!(
            concat!(
                r#"{{"a":"{zeros}02","o":2,"k":1772000000001,"v":"log_walk_in","s":"{zeros}06","p":"{zeros}08","e":1772000060000,"t":-60000,"z":"{salt}","c":[{{"t":"visit","r":"{zeros}0a","f":{{"name":"王女士"}},"b":{{"name":null}}}}]}}"#,
                "\n",
                r#"{{"k":-1772000000002,"s":"{zeros}06","e":0,"t":-60000,"g":"{signature}","h":"{hash}"}}"#,
                "\n"
            ),
            zeros = zeros,
            salt = salt,
            signature = signature,
            hash = hash
        )
    );
}

#[test]
fn a_segment_packed_by_version_1_is_read_for_ever() {
    let packed: Vec<u8> = include_str!("golden_1.hex")
        .split_whitespace()
        .flat_map(|line| line.as_bytes().chunks(2))
        .map(|pair| from_hex::<1>(std::str::from_utf8(pair).unwrap()).unwrap()[0])
        .collect();
    assert_eq!(Segment::unpack(&packed), Ok(segment()));
}

#[test]
fn a_segment_reads_back_as_it_was_packed_and_its_chain_is_the_same() {
    let segment = segment();
    let back = Segment::unpack(&segment.pack().unwrap()).unwrap();
    assert_eq!(back, segment);
    assert_eq!(back.chain(), segment.chain());
    assert_eq!(back.sealed_message(), segment.sealed_message());
}

#[test]
fn an_erased_body_leaves_the_chain_as_it_was() {
    let mut whole = segment();
    whole.lines[1].contents = line(2).contents;
    assert_eq!(whole.chain(), segment().chain());
}

#[test]
fn a_packed_segment_cut_anywhere_is_refused() {
    let packed = segment().pack().unwrap();
    for length in 0..packed.len() {
        assert!(
            Segment::unpack(&packed[..length]).is_err(),
            "{length} bytes"
        );
    }
}

#[test]
fn what_would_fill_the_memory_is_refused() {
    let packed = segment().pack().unwrap();
    let (_, body) = split(&packed).unwrap();
    let mut bomb = packed[..packed.len() - body.len()].to_vec();
    bomb.extend(zstd::encode_all(std::io::repeat(b' ').take(MOST_UNPACKED + 1), 19).unwrap());
    assert_eq!(Segment::unpack(&bomb), Err(Misshapen::Size));
    assert_eq!(
        Segment::unpack(&vec![0; Segment::MOST_BYTES + 1]),
        Err(Misshapen::Size)
    );
}

#[test]
fn neither_none_nor_more_than_a_thousand_ops_make_a_segment() {
    let mut empty = segment();
    empty.lines.clear();
    assert_eq!(empty.pack(), Err(Misshapen::Size));
    let mut long = segment();
    long.lines = (1..=1_001).map(line).collect();
    assert_eq!(long.pack(), Err(Misshapen::Size));
}

#[test]
fn a_newer_form_is_told_from_a_broken_one() {
    let packed = segment().pack().unwrap();
    let text = String::from_utf8_lossy(&packed[2..20]).replace("\"v\":1", "\"v\":2");
    let mut newer = packed.clone();
    newer[2..20].copy_from_slice(text.as_bytes());
    assert_eq!(Segment::unpack(&newer), Err(Misshapen::Version));
}

#[test]
fn acts_that_are_mixed_up_are_refused() {
    let with = |change: fn(&mut Header)| {
        let mut segment = segment();
        change(&mut segment.lines[1].header);
        Segment::unpack(&segment.pack().unwrap())
    };
    assert!(with(|_| ()).is_ok());
    let changes: [fn(&mut Header); 5] = [
        |second| second.act = ActId(Uuid::from_u128(99)),
        |second| second.nth = 1,
        |second| second.of = 3,
        |second| second.nth = 3,
        |second| second.nth = 0,
    ];
    for change in changes {
        assert_eq!(with(change), Err(Misshapen::Broken));
    }
}
