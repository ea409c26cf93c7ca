INSERT INTO log
  (n, seq, act, nth, ops, clock, claimed, verb, subject, actor, happened_at, entered_at, signature, salt, body_hash, body)
VALUES
  (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
