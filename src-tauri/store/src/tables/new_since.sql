SELECT level, count(*), sum(card_day <= ?2)
FROM customer INDEXED BY customer_card_day
WHERE card_day >= ?1 AND void = 0
GROUP BY level
