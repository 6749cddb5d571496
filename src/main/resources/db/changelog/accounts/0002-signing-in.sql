--liquibase formatted sql

--changeset preau:one-federation-grant
-- A role of the federation has no centre, and a unique key does not compare what is empty.
ALTER TABLE role_grant
  ADD COLUMN place uuid AS (coalesce(centre_id, '00000000-0000-0000-0000-000000000000')) STORED,
  ADD UNIQUE KEY one_grant_in_a_place (account_id, place, role);

--changeset preau:installation-secret
-- What tokens are derived from and second factors sealed with, where the operator has not given one (preau.secret).
CREATE TABLE installation_secret (
  id      int         NOT NULL PRIMARY KEY,
  value   varchar(80) NOT NULL
);

--changeset preau:sign-in-ticket
-- A way in that has been asked for: a link, a code, the step between password and second factor. Ten minutes, once.
CREATE TABLE sign_in_ticket (
  id              uuid         NOT NULL PRIMARY KEY,
  kind            varchar(20)  NOT NULL,
  account_id      uuid         NULL REFERENCES account (id),
  email           varchar(254) NULL,
  -- who a desk code is for, as a keyed hash of the name
  name_hash       varchar(64)  NULL,
  secret_hash     varchar(64)  NOT NULL,
  browser_hash    varchar(64)  NULL,
  way_on          varchar(400) NOT NULL,
  shared_computer boolean      NOT NULL,
  wrong_guesses   int          NOT NULL,
  wrong_at_hand   int          NOT NULL,
  made_at         datetime(6)  NOT NULL,
  expires_at      datetime(6)  NOT NULL,
  used_at         datetime(6)  NULL,
  version         int          NOT NULL,
  KEY by_name (name_hash, expires_at),
  KEY by_age (expires_at)
);

--changeset preau:staff-factors
CREATE TABLE staff_password (
  account_id uuid         NOT NULL PRIMARY KEY REFERENCES account (id),
  hash       varchar(200) NOT NULL,
  set_at     datetime(6)  NOT NULL,
  version    int          NOT NULL
);
CREATE TABLE totp_factor (
  account_id    uuid         NOT NULL PRIMARY KEY REFERENCES account (id),
  sealed_secret varchar(200) NOT NULL,
  -- the last half minute whose code was used: none is used twice
  last_step     bigint       NOT NULL,
  since         datetime(6)  NOT NULL,
  version       int          NOT NULL
);
CREATE TABLE recovery_code (
  id         uuid        NOT NULL PRIMARY KEY,
  account_id uuid        NOT NULL REFERENCES account (id),
  code_hash  varchar(64) NOT NULL,
  used_at    datetime(6) NULL,
  version    int         NOT NULL,
  UNIQUE KEY one_code (account_id, code_hash)
);

--changeset preau:audit-line
-- Who did or read what, when, for which centre, and why. Only ever added to; no names, no addresses.
CREATE TABLE audit_line (
  id          uuid         NOT NULL PRIMARY KEY,
  at          datetime(6)  NOT NULL,
  account_id  uuid         NULL,
  centre_id   uuid         NULL,
  action      varchar(60)  NOT NULL,
  object_type varchar(60)  NOT NULL,
  object_id   uuid         NULL,
  reason      varchar(300) NULL,
  KEY of_object (object_type, object_id),
  KEY of_centre (centre_id, at)
);
