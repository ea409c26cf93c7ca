INSERT INTO glance (customer, owner, level, last_contact, next_due, sort_name, name, gender, phones, model, source, company, plate, vin, wechat, other_names)
VALUES (?1, ?2, ?3, ?4, (SELECT min(due) FROM open_card WHERE customer = ?1), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (customer) DO UPDATE SET
  owner = excluded.owner,
  level = excluded.level,
  last_contact = excluded.last_contact,
  next_due = excluded.next_due,
  sort_name = excluded.sort_name,
  name = excluded.name,
  gender = excluded.gender,
  phones = excluded.phones,
  model = excluded.model,
  source = excluded.source,
  company = excluded.company,
  plate = excluded.plate,
  vin = excluded.vin,
  wechat = excluded.wechat,
  other_names = excluded.other_names
