-- A contact is entered after it took place (two PCs' clocks may differ by a minute), which bounds the search from below.
SELECT coalesce(sum(at >= ?2), 0), count(*)
FROM contact INDEXED BY contact_entered
WHERE entered >= ?1 - 60000 AND at >= ?1 AND at < ?3 AND void = 0
