-- Of the cards that rules made only the earliest is shown; plans of one's own come on top.
INSERT INTO open_card (card, customer, owner, level, due)
SELECT id, ?1, ?2, ?3, due
FROM card
WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND state = 'open' AND void = 0 AND due IS NOT NULL
  AND (rule IS NULL
       OR id = (SELECT id FROM card
                WHERE customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1) AND state = 'open' AND void = 0 AND due IS NOT NULL AND rule IS NOT NULL
                ORDER BY due, id LIMIT 1))
