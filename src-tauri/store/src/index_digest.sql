SELECT customer, owner, level, last_contact, next_due, sort_name, name, gender, phones, model, source, company, plate, vin, wechat, other_names FROM glance ORDER BY customer;
SELECT card, customer, owner, level, due FROM open_card ORDER BY customer, card;
SELECT step, noun, row FROM exception ORDER BY step;
SELECT noun, row, field FROM concurrent ORDER BY noun, row, field;
SELECT noun, row FROM newer ORDER BY noun, row;
SELECT customer, digest, touched FROM search_docs ORDER BY customer;
SELECT actor, verb FROM deed ORDER BY actor, verb;
SELECT member, canonical FROM grouped ORDER BY member;
SELECT subject FROM erased ORDER BY subject;
