SELECT count(DISTINCT step.row)
FROM step
JOIN card ON card.id = step.row AND card.state = 'done'
WHERE step.noun = 'card' AND step."to" = 'done' AND step.void = 0
  AND step.actor = ?1 AND step.at >= ?2 AND step.at < ?3
