-- Whoever got a card in the month was met in it: the card's day is a contact in glance. So only those met since are looked up.
SELECT customer.level, count(*), sum(customer.card_day <= ?3)
FROM glance INDEXED BY glance_recent
CROSS JOIN customer ON customer.id = glance.customer
WHERE glance.last_contact >= ?1 AND customer.card_day >= ?2 AND customer.void = 0
GROUP BY customer.level
