SELECT max(
  ?2,
  coalesce((SELECT max(arrived) FROM visit WHERE customer = ?1 AND void = 0), 0),
  coalesce((SELECT max(at) FROM contact WHERE customer = ?1 AND void = 0), 0)
)
