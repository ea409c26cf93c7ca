-- Made by tests/schema.rs from a fresh store; never edited by hand.

CREATE TABLE appointment (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  staff BLOB,
  at INTEGER,
  purpose TEXT,
  note TEXT,
  visit BLOB,
  state TEXT NOT NULL DEFAULT 'expected',
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE branch (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  name TEXT,
  brand TEXT,
  root_key TEXT,
  demo INTEGER,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE business_day (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  day TEXT,
  weather TEXT,
  note TEXT,
  signed_by BLOB,
  signed_at INTEGER,
  checked_by BLOB,
  checked_at INTEGER,
  state TEXT NOT NULL DEFAULT 'open',
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE callback (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  visit BLOB,
  staff BLOB,
  at INTEGER,
  reached INTEGER,
  note TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  rule TEXT,
  note TEXT,
  way TEXT,
  due TEXT,
  expires TEXT,
  made_for BLOB,
  visit BLOB,
  state TEXT NOT NULL DEFAULT 'open',
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  "by" BLOB,
  reason TEXT,
  decided_by BLOB,
  answer TEXT,
  state TEXT NOT NULL DEFAULT 'asked',
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE concurrent (
  noun TEXT NOT NULL,
  row BLOB NOT NULL,
  field TEXT NOT NULL,
  n INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  other_n INTEGER NOT NULL,
  other_seq INTEGER NOT NULL,
  PRIMARY KEY (noun, row, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  staff BLOB,
  card BLOB,
  way TEXT,
  content TEXT,
  question TEXT,
  answer TEXT,
  at INTEGER,
  level_from TEXT,
  level_to TEXT,
  next TEXT,
  entered INTEGER,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  code TEXT,
  card_day TEXT,
  name TEXT,
  gender TEXT,
  owner BLOB,
  level TEXT,
  source TEXT,
  birthday TEXT,
  age_band TEXT,
  wechat TEXT,
  company TEXT,
  industry TEXT,
  company_size TEXT,
  id_kind TEXT,
  id_number TEXT,
  address TEXT,
  postcode TEXT,
  family TEXT,
  occupation TEXT,
  best_time TEXT,
  preferred_way TEXT,
  model TEXT,
  colour TEXT,
  budget INTEGER,
  main_use TEXT,
  buyer_kind TEXT,
  focus_points TEXT,
  decider TEXT,
  driver TEXT,
  current_car TEXT,
  purchase_window TEXT,
  purchase_type TEXT,
  buying_step TEXT,
  priorities TEXT,
  plate TEXT,
  vin TEXT,
  insurance_until TEXT,
  remark TEXT,
  kept TEXT,
  import BLOB,
  sub_source TEXT,
  referrer BLOB,
  referrer_name TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE deed (
  actor BLOB NOT NULL,
  verb TEXT NOT NULL,
  PRIMARY KEY (actor, verb)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  key TEXT,
  code TEXT,
  name TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE duty (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  staff BLOB,
  day TEXT,
  place INTEGER,
  state TEXT,
  since INTEGER,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE erased (
  subject BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  subjects TEXT,
  reason TEXT,
  asked_by BLOB,
  asked_signature TEXT,
  "by" BLOB,
  at INTEGER,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure_request (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  "by" BLOB,
  reason TEXT,
  subjects TEXT,
  signature TEXT,
  declined_by BLOB,
  answer TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exception (
  step BLOB NOT NULL PRIMARY KEY,
  noun TEXT NOT NULL,
  row BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE glance (
  customer BLOB NOT NULL PRIMARY KEY,
  owner BLOB,
  level TEXT NOT NULL,
  last_contact INTEGER NOT NULL,
  next_due TEXT,
  sort_name TEXT NOT NULL,
  name TEXT NOT NULL,
  gender TEXT,
  phones TEXT NOT NULL,
  model TEXT,
  source TEXT,
  company TEXT,
  plate TEXT,
  vin TEXT,
  wechat TEXT,
  other_names TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE grouped (
  member BLOB NOT NULL PRIMARY KEY,
  canonical BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hold (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  thing TEXT,
  key TEXT,
  begins INTEGER,
  ends INTEGER,
  "of" BLOB,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hold_grant (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  hold BLOB,
  epoch INTEGER,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE house_item (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  list TEXT,
  code TEXT,
  label_zh_cn TEXT,
  label_zh_tw TEXT,
  label_en TEXT,
  place INTEGER,
  active INTEGER,
  interval INTEGER,
  within INTEGER,
  parent TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE house_rule (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  name TEXT,
  value TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hub (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  epoch INTEGER,
  device BLOB,
  address TEXT,
  known TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_layout (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  fingerprint TEXT,
  columns TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE incarnation (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  head BLOB NOT NULL,
  applied INTEGER NOT NULL
) STRICT;

CREATE TABLE local_counter (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local_draft (
  id BLOB NOT NULL PRIMARY KEY,
  staff BLOB NOT NULL,
  draft TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local_erased (
  subject BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE local_folding (
  n INTEGER NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL,
  through INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local_meta (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local_pin (
  staff BLOB NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL,
  failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local_trusted (
  device BLOB NOT NULL PRIMARY KEY,
  key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  n INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  act BLOB NOT NULL,
  nth INTEGER NOT NULL,
  ops INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  claimed INTEGER,
  verb TEXT NOT NULL,
  subject BLOB NOT NULL,
  actor BLOB NOT NULL,
  happened_at INTEGER NOT NULL,
  entered_at INTEGER NOT NULL,
  signature TEXT,
  salt BLOB,
  body_hash BLOB NOT NULL,
  body TEXT,
  PRIMARY KEY (n, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE merged (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  a BLOB,
  b BLOB,
  act BLOB,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE newer (
  noun TEXT NOT NULL,
  row BLOB NOT NULL,
  edition INTEGER NOT NULL,
  PRIMARY KEY (noun, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_card (
  customer BLOB NOT NULL,
  card BLOB NOT NULL,
  owner BLOB,
  level TEXT NOT NULL,
  due TEXT NOT NULL,
  PRIMARY KEY (customer, card)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  name TEXT,
  gender TEXT,
  role TEXT,
  title TEXT,
  decides INTEGER,
  remark TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE phone (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  digits TEXT,
  note TEXT,
  person BLOB,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  contact BLOB,
  "by" BLOB,
  remark TEXT,
  at INTEGER,
  read_at INTEGER,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE revocation (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  device BLOB,
  kept TEXT,
  reason TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rival (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  model TEXT,
  price INTEGER,
  note TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_docs (
    recency INTEGER PRIMARY KEY,
    customer BLOB NOT NULL UNIQUE,
    digest INTEGER NOT NULL,
    touched INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, detail='none', tokenize='ascii');

CREATE TABLE segment (
  n INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  previous BLOB NOT NULL,
  seal BLOB NOT NULL,
  packed BLOB,
  PRIMARY KEY (n, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  name TEXT,
  login TEXT,
  active INTEGER,
  sign_key TEXT,
  agree_key TEXT,
  sealed_seed TEXT,
  one_time_password INTEGER,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_role (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  staff BLOB,
  role TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  noun TEXT,
  row BLOB,
  follows BLOB,
  "to" TEXT,
  at INTEGER,
  actor BLOB,
  reason TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  label TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE trim (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  brand TEXT,
  maker TEXT,
  series TEXT,
  model_year TEXT,
  name TEXT,
  on_sale INTEGER,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE turn_skip (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  staff BLOB,
  at INTEGER,
  reason TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE undone (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  act BLOB,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  customer BLOB,
  name TEXT,
  gender TEXT,
  phone TEXT,
  party_size INTEGER,
  arrived INTEGER,
  left INTEGER,
  weather TEXT,
  transport TEXT,
  purpose TEXT,
  frequency TEXT,
  consultant BLOB,
  area TEXT,
  source TEXT,
  current_car TEXT,
  model TEXT,
  colour TEXT,
  competitor TEXT,
  level TEXT,
  purchase_type TEXT,
  test_drive INTEGER,
  quoted_price INTEGER,
  wechat INTEGER,
  talk TEXT,
  drink TEXT,
  result TEXT,
  not_filed_reason TEXT,
  remark TEXT,
  rings INTEGER,
  greeting_given INTEGER,
  call_reason TEXT,
  transferred_to BLOB,
  transfer_seconds INTEGER,
  connected INTEGER,
  summary_agreed INTEGER,
  next_contact_offered TEXT,
  callback_promised INTEGER,
  missing TEXT,
  kept TEXT,
  import BLOB,
  sub_source TEXT,
  event TEXT,
  missed INTEGER,
  caller_hung_up_first INTEGER,
  callback_by INTEGER,
  called_back INTEGER,
  state TEXT NOT NULL DEFAULT 'open',
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE withheld (
  n INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (n, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX appointment_at ON appointment (at);

CREATE INDEX appointment_customer ON appointment (customer);

CREATE INDEX appointment_expected ON appointment (at) WHERE state = 'expected' AND void = 0;

CREATE INDEX callback_visit ON callback (visit);

CREATE INDEX card_customer ON card (customer);

CREATE INDEX claim_asked ON claim (id) WHERE state = 'asked' AND void = 0;

CREATE INDEX claim_customer ON claim (customer);

CREATE INDEX contact_customer ON contact (customer, at);

CREATE INDEX contact_entered ON contact (entered, at, void);

CREATE INDEX customer_birthday ON customer (owner, substr(birthday, 6)) WHERE birthday IS NOT NULL;

CREATE INDEX customer_card_day ON customer (card_day, level, void);

CREATE INDEX customer_import ON customer (import) WHERE import IS NOT NULL;

CREATE INDEX customer_referrer ON customer (referrer) WHERE referrer IS NOT NULL;

CREATE INDEX duty_day ON duty (day);

CREATE INDEX erasure_request_customer ON erasure_request (customer);

CREATE INDEX exception_row ON exception (noun, row);

CREATE INDEX glance_level ON glance (level, last_contact, customer);

CREATE INDEX glance_name ON glance (sort_name, customer);

CREATE INDEX glance_next ON glance (next_due, customer) WHERE next_due IS NOT NULL;

CREATE INDEX glance_owner_level ON glance (owner, level, last_contact, customer);

CREATE INDEX glance_owner_name ON glance (owner, sort_name, customer);

CREATE INDEX glance_owner_next ON glance (owner, next_due, customer) WHERE next_due IS NOT NULL;

CREATE INDEX glance_owner_recent ON glance (owner, last_contact, customer);

CREATE INDEX glance_recent ON glance (last_contact, customer);

CREATE INDEX grouped_canonical ON grouped (canonical);

CREATE INDEX hold_grant_of_hold ON hold_grant (hold);

CREATE INDEX hold_of_thing ON hold (thing, key);

CREATE INDEX log_by_act ON log (act);

CREATE INDEX log_by_subject ON log (subject, happened_at);

CREATE INDEX log_signed ON log (n, seq) WHERE signature IS NOT NULL;

CREATE INDEX merged_a ON merged (a);

CREATE INDEX merged_b ON merged (b);

CREATE INDEX open_card_due ON open_card (owner, due, card);

CREATE INDEX open_card_level ON open_card (owner, level, due, card);

CREATE INDEX person_customer ON person (customer);

CREATE INDEX phone_customer ON phone (customer);

CREATE INDEX phone_digits ON phone (digits);

CREATE INDEX review_contact ON review (contact);

CREATE INDEX review_unread ON review (at) WHERE remark IS NOT NULL AND read_at IS NULL AND void = 0;

CREATE INDEX rival_customer ON rival (customer);

CREATE INDEX segment_waiting ON segment (n, first) WHERE packed IS NOT NULL;

CREATE INDEX staff_role_staff ON staff_role (staff);

CREATE INDEX step_at ON step (noun, at);

CREATE INDEX step_row ON step (row);

CREATE INDEX tag_customer ON tag (customer);

CREATE INDEX tag_label ON tag (label, customer) WHERE void = 0;

CREATE INDEX trim_series ON trim (brand, series);

CREATE INDEX turn_skip_at ON turn_skip (at);

CREATE INDEX undone_act ON undone (act);

CREATE INDEX visit_arrived ON visit (arrived);

CREATE INDEX visit_callback ON visit (arrived) WHERE (missed = 1 OR callback_promised = 1) AND called_back IS NULL AND void = 0;

CREATE INDEX visit_customer ON visit (customer, arrived);

CREATE INDEX visit_missing ON visit (arrived, consultant) WHERE missing <> '' AND void = 0;

CREATE INDEX visit_open ON visit (arrived) WHERE state = 'open' AND void = 0;
