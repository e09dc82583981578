-- Head office's ledger: what the stores' journals say, in rows. Amounts are minor units of the currency beside.

-- Filed once per store, business day and supplement (0 is the store Z itself), in each life (epoch) of the
-- store's gateway; the view below says which one counts.
CREATE TABLE close_down (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    entry_hash VARBINARY(32) NOT NULL,
    z_number BIGINT NOT NULL,
    closed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator VARCHAR(64) NOT NULL,
    complete BOOLEAN NOT NULL,
    rules_version INTEGER NOT NULL,
    master_data_version BIGINT NOT NULL,
    currency VARCHAR(3) NOT NULL,
    transactions BIGINT NOT NULL,
    returns BIGINT NOT NULL,
    lines BIGINT NOT NULL,
    no_sales BIGINT NOT NULL,
    gross BIGINT NOT NULL,
    returned BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    grand_sales BIGINT NOT NULL,
    grand_returns BIGINT NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch)
);

-- A later life of the gateway goes on where the earlier one ended: it may add supplements to a day, but what it
-- files never takes the place of what an earlier one filed. If it filed a Z of its own for the day, its supplements
-- add to that one, and nothing of it counts.
CREATE VIEW filed AS
    SELECT * FROM close_down c
    WHERE NOT EXISTS (
        SELECT 1 FROM close_down o
        WHERE o.store = c.store AND o.business_day = c.business_day AND o.epoch < c.epoch
            AND (o.supplement = c.supplement OR EXISTS (
                SELECT 1 FROM close_down z
                WHERE z.store = c.store AND z.business_day = c.business_day AND z.epoch = c.epoch
                    AND z.supplement = 0)));

-- Where the branch of an old disk ends that a life of the gateway begins with: what it closed is kept, not filed.
CREATE TABLE branch (
    store VARCHAR(63) NOT NULL,
    epoch INTEGER NOT NULL,
    ends  BIGINT NOT NULL,
    PRIMARY KEY (store, epoch)
);

-- Devices whose day was not over when the store closed.
CREATE TABLE close_down_without (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    device VARCHAR(63) NOT NULL,
    device_epoch INTEGER NOT NULL,
    last_mark BIGINT NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch, device, device_epoch)
);

CREATE TABLE close_down_till (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    device VARCHAR(63) NOT NULL,
    device_epoch INTEGER NOT NULL,
    workstation VARCHAR(64) NOT NULL,
    first_sequence BIGINT NOT NULL,
    last_sequence BIGINT NOT NULL,
    head VARBINARY(32) NOT NULL,
    z_number BIGINT NOT NULL,
    transactions BIGINT NOT NULL,
    returns BIGINT NOT NULL,
    lines BIGINT NOT NULL,
    no_sales BIGINT NOT NULL,
    gross BIGINT NOT NULL,
    returned BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    receipts VARBINARY(32) NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch, device, device_epoch)
);

CREATE TABLE close_down_tax (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    category VARCHAR(64) NOT NULL,
    rate_ppm INTEGER NOT NULL,
    gross BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch, category, rate_ppm)
);

CREATE TABLE close_down_department (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    department VARCHAR(64) NOT NULL,
    lines BIGINT NOT NULL,
    gross BIGINT NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch, department)
);

-- What each till took in each tender and currency, and what was counted; null where nobody counted.
CREATE TABLE close_down_tender (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    device VARCHAR(63) NOT NULL,
    device_epoch INTEGER NOT NULL,
    tender VARCHAR(64) NOT NULL,
    currency VARCHAR(3) NOT NULL,
    base BIGINT NOT NULL,
    provided BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    refunded BIGINT NOT NULL,
    change_given BIGINT NOT NULL,
    paid_in BIGINT NOT NULL,
    paid_out BIGINT NOT NULL,
    picked_up BIGINT NOT NULL,
    expected BIGINT NOT NULL,
    counted BIGINT,
    PRIMARY KEY (store, business_day, supplement, epoch, device, device_epoch, tender, currency)
);

-- What a person should know of: an entry that was kept and not posted, or that this version cannot read.
CREATE TABLE alert (
    store VARCHAR(63) NOT NULL,
    device VARCHAR(63) NOT NULL,
    epoch INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    raised_at TIMESTAMP(6) WITH TIME ZONE,
    text VARCHAR(1000) NOT NULL,
    PRIMARY KEY (store, device, epoch, sequence)
);

-- The master data each node sells by, or that head office has published.
CREATE TABLE adoption (
    store VARCHAR(63) NOT NULL,
    device VARCHAR(63) NOT NULL,
    epoch INTEGER NOT NULL,
    version BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    hash VARBINARY(32) NOT NULL,
    adopted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator VARCHAR(64) NOT NULL,
    PRIMARY KEY (store, device, epoch, version)
);
