--liquibase formatted sql

--changeset preau:household
-- A family's file in one centre. Its name follows from its adults; nobody types it.
CREATE TABLE household (
  id         uuid         NOT NULL PRIMARY KEY,
  centre_id  uuid         NOT NULL REFERENCES centre (id),
  name       varchar(200) NOT NULL,
  -- RESIDENT or DESK
  origin     varchar(10)  NOT NULL,
  created_at datetime(6)  NOT NULL,
  version    int          NOT NULL,
  UNIQUE KEY household_of_centre (centre_id, id),
  KEY household_by_name (centre_id, name, id)
);

--changeset preau:person
-- Child or adult follows from the birth date and today: it is not stored. An adult may keep hers to herself.
CREATE TABLE person (
  id           uuid         NOT NULL PRIMARY KEY,
  centre_id    uuid         NOT NULL,
  household_id uuid         NOT NULL,
  first_name   varchar(80)  NOT NULL,
  -- empty for those who have one name only
  last_name    varchar(80)  NOT NULL,
  -- both names without case, accents and punctuation, each word after a space: ' lea d hondt'
  search_name  varchar(400) NOT NULL,
  birth_date   date         NULL,
  created_at   datetime(6)  NOT NULL,
  removed_at   datetime(6)  NULL,
  version      int          NOT NULL,
  UNIQUE KEY person_of_centre (centre_id, id),
  UNIQUE KEY person_of_household (centre_id, household_id, id),
  KEY person_by_name (centre_id, birth_date, search_name),
  FOREIGN KEY (centre_id, household_id) REFERENCES household (centre_id, id)
);

--changeset preau:household-account
-- Who may sign in for this family. An account has one family in a centre; a family may have several accounts.
CREATE TABLE household_account (
  id           uuid        NOT NULL PRIMARY KEY,
  centre_id    uuid        NOT NULL,
  household_id uuid        NOT NULL,
  account_id   uuid        NOT NULL REFERENCES account (id),
  -- the person who this account is, when that is known
  person_id    uuid        NULL,
  linked_at    datetime(6) NOT NULL,
  version      int         NOT NULL,
  UNIQUE KEY one_family_in_a_centre (centre_id, account_id),
  FOREIGN KEY (centre_id, household_id) REFERENCES household (centre_id, id),
  FOREIGN KEY (centre_id, household_id, person_id) REFERENCES person (centre_id, household_id, id)
);

--changeset preau:guardianship
-- Who answers for a child. The guardian may live in another family of the centre.
CREATE TABLE guardianship (
  id          uuid        NOT NULL PRIMARY KEY,
  centre_id   uuid        NOT NULL,
  child_id    uuid        NOT NULL,
  guardian_id uuid        NOT NULL,
  since       datetime(6) NOT NULL,
  version     int         NOT NULL,
  UNIQUE KEY guardian_once (centre_id, child_id, guardian_id),
  FOREIGN KEY (centre_id, child_id) REFERENCES person (centre_id, id),
  FOREIGN KEY (centre_id, guardian_id) REFERENCES person (centre_id, id),
  CONSTRAINT nobody_guards_herself CHECK (child_id <> guardian_id)
);

--changeset preau:contact-point
-- How a family, or one of its persons, is reached. Two families may share a phone or an address: nothing here is unique
-- beyond one family.
CREATE TABLE contact_point (
  id           uuid         NOT NULL PRIMARY KEY,
  centre_id    uuid         NOT NULL,
  household_id uuid         NOT NULL,
  person_id    uuid         NULL,
  -- MAIL or PHONE
  kind         varchar(10)  NOT NULL,
  -- a mail address in lower case, or a phone number as E.164
  address      varchar(254) NOT NULL,
  created_at   datetime(6)  NOT NULL,
  version      int          NOT NULL,
  UNIQUE KEY contact_point_once (centre_id, household_id, kind, address),
  KEY contact_point_by_address (centre_id, address),
  FOREIGN KEY (centre_id, household_id) REFERENCES household (centre_id, id),
  FOREIGN KEY (centre_id, household_id, person_id) REFERENCES person (centre_id, household_id, id)
);
