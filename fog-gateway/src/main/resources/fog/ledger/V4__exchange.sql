-- Currencies bought from customers and sold to them. Amounts are signed as the drawer sees them; a post-void has those of
-- what it takes back, the other way.

CREATE TABLE exchanges (
    business_day  DATE NOT NULL,
    device        VARCHAR(63) NOT NULL,
    epoch         INTEGER NOT NULL,
    sequence      BIGINT NOT NULL,
    workstation   VARCHAR(64) NOT NULL,
    operator      VARCHAR(64) NOT NULL,
    made_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    receipt       BIGINT NOT NULL,
    foreign_minor BIGINT NOT NULL,
    foreign_code  VARCHAR(3) NOT NULL,
    base_minor    BIGINT NOT NULL,
    commission    BIGINT NOT NULL,
    currency      VARCHAR(3) NOT NULL,
    rate          DECIMAL(25, 10) NOT NULL,
    spread        BIGINT NOT NULL,
    customer      VARCHAR(64) NOT NULL,
    document      VARCHAR(64) NOT NULL,
    -- The receipt that a post-void takes back; 0 where it is none.
    undoes        BIGINT NOT NULL,
    PRIMARY KEY (business_day, device, epoch, sequence)
);
