SELECT log.n, log.seq, log.clock, log.body, log.seq + (log.ops - log.nth), log.signature IS NOT NULL
FROM log
JOIN incarnation ON incarnation.n = log.n
WHERE log.nth = log.ops
   OR log.seq + (log.ops - log.nth) <= incarnation.applied
ORDER BY log.n, log.seq
