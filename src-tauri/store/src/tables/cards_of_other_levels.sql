SELECT card
FROM open_card
WHERE owner = ?1 AND due BETWEEN ?2 AND ?3 AND level NOT IN (SELECT value FROM json_each(?4))
ORDER BY due, card
LIMIT ?5
