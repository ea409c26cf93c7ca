-- Acts that wrote something, came later, and were not taken back themselves.
SELECT 1
FROM log AS later
WHERE later.subject = ?1 AND later.act <> ?2 AND later.verb <> 'undo' AND later.body <> '[]'
  AND later.clock > (SELECT max(clock) FROM log WHERE act = ?2)
  AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.act = later.act AND undone.void = 0)
LIMIT 1
