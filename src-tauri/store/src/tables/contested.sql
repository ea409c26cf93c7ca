SELECT concurrent.noun, concurrent.row, concurrent.field, stands.subject,
  stands.actor, of_stands.device, stands.entered_at, stands.body,
  other.actor, of_other.device, other.entered_at, other.body
FROM concurrent
JOIN log AS stands ON stands.n = concurrent.n AND stands.seq = concurrent.seq
JOIN log AS other ON other.n = concurrent.other_n AND other.seq = concurrent.other_seq
JOIN incarnation AS of_stands ON of_stands.n = stands.n
JOIN incarnation AS of_other ON of_other.n = other.n
WHERE ?1 IS NULL
  OR stands.subject IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1)
ORDER BY stands.entered_at DESC, concurrent.noun, concurrent.row, concurrent.field
LIMIT ?2
