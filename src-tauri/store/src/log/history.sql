SELECT n, seq, act, verb, actor, happened_at, entered_at, body
FROM log
WHERE subject = ?1
  AND (happened_at, n, seq) < (?2, ?3, ?4)
ORDER BY happened_at DESC, n DESC, seq DESC
LIMIT ?5
