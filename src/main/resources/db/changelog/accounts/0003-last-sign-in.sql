--liquibase formatted sql

--changeset preau:account-last-sign-in
-- The last contact counts when it is time to forget somebody; how often and from where is nobody's business.
ALTER TABLE account ADD COLUMN last_sign_in datetime(6) NULL;
