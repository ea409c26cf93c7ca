-- Parties that count as sales traffic: whoever asks the way costs nobody their turn. Purposes as JSON.
SELECT consultant, count(*), max(arrived)
FROM visit
WHERE arrived >= ?1 AND consultant IS NOT NULL AND kind IN ('walk_in', 'event') AND void = 0
  AND (purpose IS NULL OR purpose IN (SELECT value FROM json_each(?2)))
GROUP BY consultant
