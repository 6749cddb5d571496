--liquibase formatted sql

--changeset preau:request-code
-- What a family says on the phone instead of an id: BEL-482-716.
ALTER TABLE registration_request ADD COLUMN code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER idempotency_key;

--changeset preau:request-code-of-old-requests
-- Six digits each: 7919 has no divisor in common with 900000, so that no two rows of a centre get the same.
UPDATE registration_request q
JOIN (SELECT r.id, c.code, 100000 + (ROW_NUMBER() OVER (PARTITION BY r.centre_id ORDER BY r.id) * 7919) % 900000 AS digits
      FROM registration_request r JOIN centre c ON c.id = r.centre_id) n ON n.id = q.id
SET q.code = CONCAT(UPPER(n.code), '-', LEFT(n.digits, 3), '-', RIGHT(n.digits, 3));

--changeset preau:request-code-for-all
ALTER TABLE registration_request MODIFY COLUMN code varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ADD UNIQUE KEY request_code (centre_id, code);

--changeset preau:why-somebody-waits
-- Why a person went into the list and got no place; empty for who never waited, and for requests of before.
ALTER TABLE registration ADD COLUMN waits_because varchar(20) NULL AFTER held_until;
