//! Figures of the search on an encrypted file, to be run by hand:
//! `cargo test -p store --release search::measure -- --ignored --nocapture` (`CUSTOMERS=1000000` unless told, `SEARCH_DB=` keeps the file).

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use domain::find::{Findable, Query, words};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{Entry, SCHEMA, find, optimize, put, put_all, tidy};

const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单解仇区";
const GIVEN: &str = "伟芳明丽文华国建志海玉秀英军平红晓敏静强磊洋勇艳杰娟涛超霞刚桂林婷雪梅慧玲鑫宇浩轩子涵欣怡梓博雨泽佳俊思嘉晨阳春生金荣波辉峰成龙飞鹏东亮凤兰珍琴燕萍洁莉倩颖琳瑶璐丹薇琪娜莎茜妍雯昕晟睿豪昊然一诺可乐安宁新立永德光天义兴良胜全斌彬健康凯旋松柏庆利民贵福祥瑞";

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(z ^ (z >> 31)) * sides as u128) >> 64) as usize
    }

    /// Early ones far more often, as surnames are.
    fn zipf(&mut self, of: &[char]) -> char {
        let u = self.roll(1 << 30) as f64 / f64::from(1 << 30);
        // Inverse of the distribution with density ~ 1/(x + 1.5): the first of 100 gets 10 %.
        let n = of.len() as f64;
        let x = 1.5 * ((n + 1.5) / 1.5).powf(u) - 1.5;
        of[(x as usize).min(of.len() - 1)]
    }
}

#[derive(Debug, Clone, Default)]
struct Person {
    name: String,
    phones: Vec<String>,
    plate: Option<String>,
    vin: Option<String>,
    wechat: Option<String>,
    company: Option<String>,
    owner: String,
    touched: u64,
}

/// The owner of 40 customers who all came long ago, and the one of 400.
const RARE: [(&str, usize); 2] = [("rare40", 40), ("rare400", 400)];

fn person(dice: &mut Dice, i: usize) -> Person {
    let (surnames, given): (Vec<char>, Vec<char>) =
        (SURNAMES.chars().collect(), GIVEN.chars().collect());
    let mut name = String::from(dice.zipf(&surnames));
    name.push(dice.zipf(&given));
    if dice.roll(10) < 8 {
        name.push(dice.zipf(&given));
    }
    let phone = |dice: &mut Dice| {
        format!(
            "1{}{}{:08}",
            [3, 3, 5, 7, 8, 8, 9][dice.roll(7)],
            dice.roll(10),
            dice.roll(100_000_000)
        )
    };
    let mut phones = vec![phone(dice)];
    phones.extend((dice.roll(20) == 0).then(|| phone(dice)));
    let bought = dice.roll(6) == 0;
    let owner = RARE
        .iter()
        .scan(0, |end, (name, count)| {
            Some((*name, {
                *end += count;
                *end
            }))
        })
        .find(|(_, end)| i < *end);
    Person {
        name,
        phones,
        plate: bought.then(|| {
            format!(
                "粤{}{:05}",
                ['A', 'B', 'C', 'D'][dice.roll(4)],
                dice.roll(100_000)
            )
        }),
        vin: bought.then(|| format!("LSVAB2BR{}N{:07}", dice.roll(10), dice.roll(10_000_000))),
        wechat: (dice.roll(5) == 0).then(|| format!("wx{:x}", dice.roll(1 << 36))),
        company: (dice.roll(40) == 0)
            .then(|| format!("广州{}{}贸易有限公司", dice.zipf(&given), dice.zipf(&given))),
        touched: if owner.is_some() {
            28_400_000
        } else {
            28_500_000
        } + dice.roll(1_000_000) as u64,
        owner: owner.map_or_else(
            || format!("{:032x}", dice.roll(200)),
            |(name, _)| name.to_owned(),
        ),
    }
}

fn with<T>(person: &Person, act: impl FnOnce(&Findable<'_>) -> T) -> T {
    let phones: Vec<&str> = person.phones.iter().map(String::as_str).collect();
    act(&Findable {
        names: &[&person.name],
        companies: person.company.as_deref().as_slice(),
        phones: &phones,
        plates: person.plate.as_deref().as_slice(),
        vins: person.vin.as_deref().as_slice(),
        wechat: person.wechat.as_deref(),
        owner: &person.owner,
    })
}

fn open(path: &Path) -> Connection {
    let conn = Connection::open(path).expect("open");
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;", "2b".repeat(48)))
        .expect("key");
    conn
}

fn read(conn: &Connection, id: Uuid) -> rusqlite::Result<Person> {
    let mut row = conn.prepare_cached(
        "SELECT name, phones, plate, vin, wechat, company, owner FROM person WHERE id = ?1",
    )?;
    row.query_row([id], |row| {
        let phones: String = row.get(1)?;
        Ok(Person {
            name: row.get(0)?,
            phones: phones.split(' ').map(str::to_owned).collect(),
            plate: row.get(2)?,
            vin: row.get(3)?,
            wechat: row.get(4)?,
            company: row.get(5)?,
            owner: row.get(6)?,
            touched: 0,
        })
    })
}

fn search(conn: &Connection, text: &str, owners: Option<&[String]>) -> (usize, usize) {
    let Ok(query) = Query::parse(text) else {
        return (0, 0);
    };
    let mut asked = 0;
    let found = find::<rusqlite::Error>(conn, &query, owners, 20, |id| {
        asked += 1;
        Ok(with(&read(conn, id)?, |customer| query.matches(customer)))
    });
    (found.expect("search").len(), asked)
}

fn build(conn: &mut Connection, people: &[Person]) {
    conn.execute_batch(SCHEMA).expect("schema");
    conn.execute_batch("CREATE TABLE person (id BLOB PRIMARY KEY, name, phones, plate, vin, wechat, company, owner) WITHOUT ROWID").expect("table");
    for (chunk, batch) in people.chunks(100_000).enumerate() {
        let start = Instant::now();
        let entries: Vec<Entry> = (0..)
            .zip(batch)
            .map(|(i, person)| Entry {
                customer: id(chunk * 100_000 + i),
                words: with(person, words),
                touched: person.touched,
            })
            .collect();
        let tokens = start.elapsed();
        let tx = conn.transaction().expect("begin");
        for (entry, person) in entries.iter().zip(batch) {
            tx.prepare_cached("INSERT INTO person VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .and_then(|mut insert| {
                    insert.execute(params![
                        entry.customer,
                        person.name,
                        person.phones.join(" "),
                        person.plate,
                        person.vin,
                        person.wechat,
                        person.company,
                        person.owner
                    ])
                })
                .expect("insert");
        }
        let start = Instant::now();
        put_all(&tx, &entries).expect("put_all");
        let written = start.elapsed();
        tx.commit().expect("commit");
        let rate = |time: Duration| batch.len() as f64 / time.as_secs_f64() / 1000.0;
        println!(
            "import {chunk}: words {:.0} k/s, put_all {:.0} k/s, with commit {:.0} k/s; words per customer {:.1}, bytes of words {:.0}",
            rate(tokens),
            rate(written),
            rate(tokens + start.elapsed()),
            entries
                .iter()
                .map(|entry| entry.words.split(' ').count())
                .sum::<usize>() as f64
                / batch.len() as f64,
            entries.iter().map(|entry| entry.words.len()).sum::<usize>() as f64
                / batch.len() as f64
        );
    }
}

fn id(i: usize) -> Uuid {
    let mut dice = Dice(i as u64);
    Uuid::from_u64_pair(
        (i as u64 / 100) << 20 | 0x7000,
        (dice.roll(1 << 62) as u64) >> 2 | 1 << 63,
    )
}

fn sizes(conn: &Connection, when: &str) {
    let size = |sql: &str| {
        conn.query_row(sql, [], |row| row.get::<_, i64>(0))
            .unwrap_or(-1) as f64
            / 1e6
    };
    let segments: i64 = conn
        .query_row(
            "SELECT count(DISTINCT segid) FROM search_words_idx",
            [],
            |row| row.get(0),
        )
        .expect("segments");
    println!(
        "{when}: index data {:.1} MB, docsize {} rows, docs {} rows, segments {segments}, file {:.1} MB",
        size("SELECT sum(length(block)) FROM search_words_data"),
        size("SELECT count(*) * 1000000 FROM search_words_docsize"),
        size("SELECT count(*) * 1000000 FROM search_docs"),
        size("SELECT page_count * 4096 FROM pragma_page_count"),
    );
}

/// Inputs of one kind, made from people who exist.
fn inputs(kind: &str, people: &[Person], dice: &mut Dice, count: usize) -> Vec<String> {
    let pinyin = |name: &str| {
        domain::find::sort_key(name)
            .split(' ')
            .filter(|part| part.is_ascii())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let one = |dice: &mut Dice| {
        let person = &people[dice.roll(people.len())];
        let phone = &person.phones[0];
        match kind {
            "surname" => person.name.chars().take(1).collect(),
            "2 characters" => person.name.chars().take(2).collect(),
            "whole name" => person.name.clone(),
            "initials" => pinyin(&person.name)
                .iter()
                .map(|syllable| &syllable[..1])
                .collect(),
            "2 initials" => pinyin(&person.name)
                .iter()
                .take(2)
                .map(|syllable| &syllable[..1])
                .collect(),
            "1 letter" => pinyin(&person.name)[0][..1].to_owned(),
            "4 letters" => pinyin(&person.name).concat().chars().take(4).collect(),
            "whole pinyin" => pinyin(&person.name).concat(),
            "given pinyin" => pinyin(&person.name)[1..].concat(),
            "mixed" => {
                let all = pinyin(&person.name);
                format!("{}{}", &all[0][..1], all[1..].concat())
            }
            "3 digits" => phone[dice.roll(9)..][..3].to_owned(),
            "last 4" => phone[7..].to_owned(),
            "middle 5" => phone[dice.roll(3) + 2..][..5].to_owned(),
            "11 digits" => phone.clone(),
            "plate" => people
                .iter()
                .skip(dice.roll(people.len()))
                .find_map(|person| person.plate.clone())
                .unwrap_or_default(),
            "plate part" => people
                .iter()
                .skip(dice.roll(people.len()))
                .find_map(|person| {
                    person
                        .plate
                        .as_deref()
                        .map(|plate| plate["粤".len()..].to_owned())
                })
                .unwrap_or_default(),
            "name + digits" => format!(
                "{} {}",
                person.name.chars().next().unwrap_or('王'),
                &phone[7..]
            ),
            "王 always" => "王".to_owned(),
            _ => unreachable!(),
        }
    };
    (0..count).map(|_| one(dice)).collect()
}

const KINDS: [&str; 18] = [
    "surname",
    "2 characters",
    "whole name",
    "initials",
    "2 initials",
    "1 letter",
    "4 letters",
    "whole pinyin",
    "given pinyin",
    "mixed",
    "3 digits",
    "last 4",
    "middle 5",
    "11 digits",
    "plate",
    "plate part",
    "name + digits",
    "王 always",
];

fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    format!(
        "p50 {:.3} p99 {:.3} max {:.3} ms",
        at(0.5),
        at(0.99),
        at(1.0)
    )
}

fn warm(conn: &Connection, people: &[Person], when: &str, count: usize) {
    println!("## {when}, warm");
    let team: Vec<String> = (0..10).map(|owner| format!("{owner:032x}")).collect();
    let filters: [(&str, Option<Vec<String>>); 5] = [
        ("everyone", None),
        ("one of 200 owners", Some(vec![format!("{:032x}", 7)])),
        ("ten owners", Some(team)),
        ("owner of 400", Some(vec![RARE[1].0.into()])),
        ("owner of 40, long ago", Some(vec![RARE[0].0.into()])),
    ];
    for kind in KINDS {
        for (filter, owners) in &filters {
            let inputs = inputs(kind, people, &mut Dice(7), count);
            let mut found = (0, 0);
            let mut worst = (Duration::ZERO, String::new());
            let times = inputs
                .iter()
                .map(|text| {
                    let start = Instant::now();
                    let one = search(conn, text, owners.as_deref());
                    let time = start.elapsed();
                    if time > worst.0 {
                        worst = (time, text.clone());
                    }
                    found = (found.0 + one.0, found.1 + one.1);
                    time
                })
                .collect();
            println!(
                "{kind:14} {filter:22} {} found {:.1} checked {:.1} worst {}",
                percentiles(times),
                found.0 as f64 / count as f64,
                found.1 as f64 / count as f64,
                worst.1
            );
        }
    }
}

fn cold(path: &Path, people: &[Person], count: usize) {
    println!("## reopened, nothing cached by the system");
    for kind in KINDS {
        for owners in [None, Some(vec![format!("{:032x}", 7)])] {
            let times = inputs(kind, people, &mut Dice(9), count)
                .iter()
                .map(|text| {
                    Command::new("dd")
                        .arg(format!("of={}", path.display()))
                        .args([
                            "oflag=nocache",
                            "conv=notrunc,fdatasync",
                            "count=0",
                            "status=none",
                        ])
                        .status()
                        .expect("dd");
                    let conn = open(path);
                    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
                        row.get::<_, i64>(0)
                    })
                    .expect("schema");
                    let start = Instant::now();
                    search(&conn, text, owners.as_deref());
                    start.elapsed()
                })
                .collect();
            println!(
                "{kind:14} {:9} {}",
                if owners.is_some() {
                    "one owner"
                } else {
                    "everyone"
                },
                percentiles(times)
            );
        }
    }
}

#[test]
#[ignore = "measures, for minutes"]
fn figures() {
    let env = |name: &str| std::env::var(name).ok();
    let customers = env("CUSTOMERS")
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000_000);
    let folder = tempfile::tempdir().expect("folder");
    let path = env("SEARCH_DB").map_or_else(|| folder.path().join("search.db"), Into::into);
    let mut dice = Dice(1);
    let mut people: Vec<Person> = (0..customers).map(|i| person(&mut dice, i)).collect();
    let built = path.exists();
    let mut conn = open(&path);
    if !built {
        build(&mut conn, &people);
        conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
            .expect("checkpoint");
    }
    sizes(&conn, "after import");
    warm(&conn, &people, "after import", 300);
    drop(conn);
    cold(&path, &people, 40);
    let mut conn = open(&path);
    touches(
        &mut conn,
        &mut people,
        env("TOUCHES")
            .and_then(|n| n.parse().ok())
            .unwrap_or(200_000),
    );
    sizes(&conn, "after touches");
    warm(&conn, &people, "after touches", 300);
    drop(conn);
    cold(&path, &people, 40);
    let conn = open(&path);
    let start = Instant::now();
    optimize(&conn).expect("optimize");
    println!("optimize {:.1} s", start.elapsed().as_secs_f64());
    sizes(&conn, "after optimize");
}

/// Visits of customers, one transaction each, and a little tidying now and then.
fn touches(conn: &mut Connection, people: &mut [Person], count: usize) {
    let mut dice = Dice(3);
    let mut times = Vec::new();
    let mut tidying = Vec::new();
    for n in 0..count {
        let i = dice.roll(people.len());
        people[i].touched = 29_500_000 + n as u64 / 4;
        let start = Instant::now();
        let words = with(&people[i], words);
        let tx = conn.transaction().expect("begin");
        put(&tx, id(i), &words, people[i].touched).expect("put");
        let time = start.elapsed();
        tx.commit().expect("commit");
        times.push((time, start.elapsed()));
        if n % 50 == 49 && std::env::var_os("NO_TIDY").is_none() {
            let start = Instant::now();
            tidy(conn, 200).expect("tidy");
            tidying.push(start.elapsed());
        }
        if n + 1 == count || (n + 1) % 20_000 == 0 {
            let split = |pick: fn(&(Duration, Duration)) -> Duration| {
                percentiles(times.iter().map(pick).collect())
            };
            println!(
                "touches {}: before commit {} | with commit {}",
                n + 1,
                split(|t| t.0),
                split(|t| t.1)
            );
            if !tidying.is_empty() {
                println!("   tidy {}", percentiles(std::mem::take(&mut tidying)));
            }
            times.clear();
        }
    }
}
