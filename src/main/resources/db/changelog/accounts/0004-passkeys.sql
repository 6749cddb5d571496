--liquibase formatted sql

--changeset preau:passkey
-- The public half of a key that lies in a device of somebody of the staff. What is here opens nothing.
CREATE TABLE passkey (
  id              uuid            NOT NULL PRIMARY KEY,
  account_id      uuid            NOT NULL REFERENCES account (id),
  name            varchar(60)     NOT NULL,
  credential_id   varbinary(1023) NOT NULL UNIQUE,
  public_key      varbinary(2000) NOT NULL,
  -- what the device said of itself when the key was made; the check of each signature reads the key from it
  attestation     varbinary(4000) NOT NULL,
  -- 0 for ever in keys that are copied between devices; else it only grows
  sign_count      bigint          NOT NULL,
  verified        boolean         NOT NULL,
  backup_eligible boolean         NOT NULL,
  backed_up       boolean         NOT NULL,
  transports      varchar(100)    NOT NULL,
  made_at         datetime(6)     NOT NULL,
  used_at         datetime(6)     NULL,
  version         int             NOT NULL,
  KEY of_account (account_id)
);
