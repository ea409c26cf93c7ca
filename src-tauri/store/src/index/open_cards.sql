SELECT id, due, rule IS NOT NULL
FROM card
WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND state = 'open' AND void = 0 AND due IS NOT NULL
ORDER BY due, id
