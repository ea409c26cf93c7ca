SELECT card
FROM open_card
WHERE owner = ?1 AND level = ?4 AND due BETWEEN ?2 AND ?3
ORDER BY due, card
LIMIT ?5
