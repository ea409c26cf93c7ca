SELECT max(entered_at)
FROM (
  SELECT entered_at
  FROM log
  WHERE n = (SELECT n FROM incarnation WHERE id = ?1)
  ORDER BY seq DESC
  LIMIT 100
)
