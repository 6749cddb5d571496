--liquibase formatted sql

--changeset preau:addresses-byte-by-byte
-- Two addresses that differ in an accent are two mailboxes. The server's usual comparison takes them for one.
ALTER TABLE account MODIFY email varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
ALTER TABLE sign_in_ticket MODIFY email varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
