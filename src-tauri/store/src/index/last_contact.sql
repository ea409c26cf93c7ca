SELECT max(
  ?2,
  coalesce((SELECT max(arrived) FROM visit WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND void = 0), 0),
  coalesce((SELECT max(at) FROM contact WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND void = 0), 0)
)
