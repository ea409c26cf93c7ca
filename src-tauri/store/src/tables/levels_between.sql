SELECT at, level, level_from FROM (
  SELECT at, level_to AS level, level_from FROM contact
  WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND at >= ?2 AND at < ?3 AND void = 0
  UNION ALL
  SELECT arrived, level, NULL FROM visit
  WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND arrived >= ?2 AND arrived < ?3 AND void = 0
)
ORDER BY at
