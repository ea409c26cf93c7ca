SELECT level FROM (
  SELECT level, at FROM (
    SELECT level_to AS level, at FROM contact
    WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND at < ?2 AND void = 0 AND level_to IS NOT NULL
    ORDER BY at DESC LIMIT 1)
  UNION ALL
  SELECT level, arrived FROM (
    SELECT level, arrived FROM visit
    WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND arrived < ?2 AND void = 0 AND level IS NOT NULL
    ORDER BY arrived DESC LIMIT 1)
)
ORDER BY at DESC LIMIT 1
