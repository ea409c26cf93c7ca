SELECT log.verb, count(DISTINCT log.act), log.actor, incarnation.device, max(log.entered_at)
FROM withheld
JOIN log ON log.n = withheld.n AND log.seq = withheld.seq
JOIN incarnation ON incarnation.n = log.n
GROUP BY log.verb, log.actor, incarnation.device
ORDER BY max(log.entered_at) DESC
