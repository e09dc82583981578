-- Cash put into drop safes, and what was bought less sold as a currency, in the tender's own currency.
ALTER TABLE close_down_tender ADD COLUMN dropped BIGINT DEFAULT 0 NOT NULL BEFORE expected;
ALTER TABLE close_down_tender ADD COLUMN exchanged BIGINT DEFAULT 0 NOT NULL BEFORE expected;
