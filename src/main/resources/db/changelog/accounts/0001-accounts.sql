--liquibase formatted sql

--changeset preau:account
-- How somebody signs in: one for the whole federation, whatever the number of centres.
CREATE TABLE account (
  id            uuid         NOT NULL PRIMARY KEY,
  display_name  varchar(160) NOT NULL,
  email         varchar(254) NULL UNIQUE,
  disabled      boolean      NOT NULL,
  -- grows by one when the owner signs out everywhere; sessions of an older number are over
  session_round int          NOT NULL,
  created_at    datetime(6)  NOT NULL,
  version       int          NOT NULL
);

--changeset preau:role-grant
CREATE TABLE role_grant (
  id         uuid        NOT NULL PRIMARY KEY,
  account_id uuid        NOT NULL REFERENCES account (id),
  -- empty for the roles of the federation
  centre_id  uuid        NULL REFERENCES centre (id),
  role       varchar(20) NOT NULL,
  UNIQUE KEY one_grant (account_id, centre_id, role)
);
