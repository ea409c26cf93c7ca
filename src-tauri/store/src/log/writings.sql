SELECT log.n, log.seq, log.clock, log.seq + (log.ops - log.nth), log.body
FROM log AS stands
JOIN log ON log.subject = stands.subject
WHERE stands.n = ?1 AND stands.seq = ?2
  AND log.signature IS NULL AND log.body IS NOT NULL
  AND ((log.n = stands.n AND log.seq = stands.seq) OR NOT (log.act = stands.act AND log.nth = stands.nth))
