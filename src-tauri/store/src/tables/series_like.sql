SELECT series
FROM (
  SELECT series, max(brand = ?2) AS own, max(on_sale) AS sold, min(instr(lower(series), lower(?1))) AS at
  FROM trim
  WHERE void = 0 AND instr(lower(series), lower(?1)) > 0
  GROUP BY series
)
ORDER BY own DESC, sold DESC, at, length(series), series
LIMIT ?3
