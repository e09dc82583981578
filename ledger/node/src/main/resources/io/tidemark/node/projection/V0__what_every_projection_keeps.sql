CREATE SCHEMA tidemark;

-- Where each journal has been followed to. Written in the transaction of the rows, and part of the content digest:
-- without its position a journal would be counted twice.
CREATE TABLE tidemark.followed (
    organisation VARCHAR(253) NOT NULL,
    store VARCHAR(63) NOT NULL,
    device VARCHAR(63) NOT NULL,
    epoch INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    hash VARBINARY(32) NOT NULL,
    PRIMARY KEY (organisation, store, device, epoch)
);

-- One row: what the tables were made by (of the scripts a SHA-256), and the digest of all they hold.
CREATE TABLE tidemark.content (
    id INTEGER PRIMARY KEY,
    schema_name VARCHAR(63) NOT NULL,
    schema_version INTEGER NOT NULL,
    scripts VARBINARY(32) NOT NULL,
    digest_a BIGINT NOT NULL,
    digest_b BIGINT NOT NULL,
    digest_c BIGINT NOT NULL,
    digest_d BIGINT NOT NULL
);
