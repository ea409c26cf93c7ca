SELECT consultant, count(*), max(arrived)
FROM visit
WHERE arrived >= ?1 AND consultant IS NOT NULL AND kind <> 'call' AND void = 0
GROUP BY consultant
