SELECT search_docs.customer
FROM search_words
CROSS JOIN search_docs ON search_docs.recency = search_words.rowid
WHERE search_words MATCH ?1
ORDER BY search_words.rowid DESC
