SELECT n, seq, act, verb, actor, happened_at, entered_at, body
FROM log
WHERE subject IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1)
  AND (happened_at, n, seq) < (?2, ?3, ?4)
  -- What was said again by a new life of a log is shown once.
  AND NOT EXISTS (
    SELECT 1 FROM log AS again
    WHERE again.subject = log.subject AND again.happened_at = log.happened_at AND again.act = log.act AND again.nth = log.nth
      AND (again.n, again.seq) < (log.n, log.seq)
  )
ORDER BY happened_at DESC, n DESC, seq DESC
LIMIT ?5
