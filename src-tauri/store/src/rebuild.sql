DELETE FROM glance;
DELETE FROM open_card;
DELETE FROM exception;
DELETE FROM newer;
DELETE FROM withheld;
DELETE FROM deed;
DELETE FROM grouped;
DELETE FROM erased;
