--liquibase formatted sql

--changeset preau:letters
-- Every letter of every language; sorting and searching ignore case and accents.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

--changeset preau:federation
CREATE TABLE federation (
  id      uuid         NOT NULL PRIMARY KEY,
  name    varchar(120) NOT NULL,
  version int          NOT NULL
);

--changeset preau:centre
CREATE TABLE centre (
  id            uuid         NOT NULL PRIMARY KEY,
  federation_id uuid         NOT NULL REFERENCES federation (id),
  slug          varchar(60)  NOT NULL UNIQUE,
  name          varchar(120) NOT NULL,
  short_name    varchar(60)  NOT NULL,
  code          varchar(3)   NOT NULL UNIQUE,
  street        varchar(160) NOT NULL,
  postcode      varchar(10)  NOT NULL,
  city          varchar(80)  NOT NULL,
  phone         varchar(30)  NOT NULL,
  email         varchar(254) NOT NULL,
  opening_hours varchar(400) NOT NULL,
  holiday_zone  varchar(1)   NOT NULL,
  time_zone     varchar(40)  NOT NULL,
  version       int          NOT NULL
);
