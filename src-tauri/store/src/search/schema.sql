-- The words of every customer. Contentless: only the index is kept, no text. The rowid is a recency (see search_docs), so that
-- walking a word's list backwards meets the most recent customers first.
CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, detail='none', tokenize='ascii');

-- A page of the index with its row header has to fit into a database page less the cipher's 80 bytes; the default would spill
-- every page into an overflow page and double all reading.
INSERT INTO search_words (search_words, rank) VALUES ('pgsz', 3960);
-- Saving merges nothing; tidying merges any two parts of one size: the fewer parts, the fewer pages a search reads.
INSERT INTO search_words (search_words, rank) VALUES ('automerge', 0);
INSERT INTO search_words (search_words, rank) VALUES ('usermerge', 2);
-- Words that one transaction collects in memory: an import writes few large segments instead of many small ones.
INSERT INTO search_words (search_words, rank) VALUES ('hashsize', 33554432);

-- Which customer a recency stands for. recency = ((minutes since 1970 of the last touch) × 1024 + a mark of the owner) × 1024 + a
-- number that makes it unique; where more customers than that share a minute, some stand in another, so the minute is kept too.
CREATE TABLE search_docs (
    recency INTEGER PRIMARY KEY,
    customer BLOB NOT NULL UNIQUE,
    digest INTEGER NOT NULL,
    touched INTEGER NOT NULL
) STRICT;
