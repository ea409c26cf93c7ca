SELECT verb, count(DISTINCT act), actor, device, max(entered_at)
FROM log
JOIN incarnation USING (n)
WHERE actor = ?1 AND verb = ?2
GROUP BY verb, actor
