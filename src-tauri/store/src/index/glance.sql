INSERT INTO glance (customer, owner, level, last_contact, next_due, sort_name)
VALUES (?1, ?2, ?3, ?4, (SELECT min(due) FROM open_card WHERE customer = ?1), ?5)
ON CONFLICT (customer) DO UPDATE SET
  owner = excluded.owner,
  level = excluded.level,
  last_contact = excluded.last_contact,
  next_due = excluded.next_due,
  sort_name = excluded.sort_name
