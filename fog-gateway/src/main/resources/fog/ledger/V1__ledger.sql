-- What the store's gateway shows of its journals. Built from the entries alone; may be deleted at any time.

CREATE TABLE receipts (
    business_day DATE NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    hash         VARCHAR(6) NOT NULL,
    command      UUID,
    workstation  VARCHAR(64) NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    shift        INTEGER NOT NULL,
    number       BIGINT NOT NULL,
    kind         VARCHAR(16) NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    lines        INTEGER NOT NULL,
    gross        BIGINT NOT NULL,
    tax          BIGINT NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    PRIMARY KEY (business_day, device, epoch, sequence)
);

-- A journal's number in the keys of lines and tenders: taken from a digest of its name, so that it is the same in
-- every file (two that meet there are told apart by the next number that is free).
CREATE TABLE journals (
    number       BIGINT PRIMARY KEY,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL
);

-- One ascending key per journal: number * 2^43 + the receipt's sequence * 2^14 + the line, from 1. A composite key
-- would halve the rate at which lines can be taken in.
CREATE TABLE lines (
    id           BIGINT PRIMARY KEY,
    plu          VARCHAR(64) NOT NULL,
    gtin         VARCHAR(64),
    description  VARCHAR(1000) NOT NULL,
    department   VARCHAR(64) NOT NULL,
    tax_category VARCHAR(64) NOT NULL,
    tax_ppm      INTEGER NOT NULL,
    quantity     NUMERIC(19, 3) NOT NULL,
    unit         VARCHAR(64) NOT NULL,
    price        NUMERIC(25, 6) NOT NULL,
    gross        BIGINT NOT NULL,
    tax          BIGINT NOT NULL
);

CREATE TABLE tenders (
    id           BIGINT PRIMARY KEY,
    type         VARCHAR(64) NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    amount       BIGINT NOT NULL,
    base         BIGINT NOT NULL
);

-- By the hour on the shop's wall, which is the device's clock with its offset.
CREATE TABLE takings (
    business_day DATE NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    wall_hour    INTEGER NOT NULL,
    transactions BIGINT NOT NULL,
    lines        BIGINT NOT NULL,
    gross        BIGINT NOT NULL,
    PRIMARY KEY (business_day, currency, wall_hour)
);

-- What each device took: shown all the time, so not counted anew each time.
CREATE TABLE device_takings (
    business_day DATE NOT NULL,
    device       VARCHAR(63) NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    transactions BIGINT NOT NULL,
    gross        BIGINT NOT NULL,
    PRIMARY KEY (business_day, device, currency)
);

-- Receipts that were pruned before these tables took them in: what their journals still have of them.
CREATE TABLE pruned_receipts (
    business_day DATE NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    hash         VARCHAR(6) NOT NULL,
    number       BIGINT NOT NULL,
    pruned_on    DATE NOT NULL,
    PRIMARY KEY (business_day, device, epoch, sequence)
);

-- Close-downs and their supplements, as the store journal has them.
CREATE TABLE close_downs (
    business_day DATE NOT NULL,
    sequence     BIGINT NOT NULL,
    supplement   INTEGER NOT NULL,
    z_number     BIGINT NOT NULL,
    status       VARCHAR(1000) NOT NULL,
    transactions BIGINT NOT NULL,
    lines        BIGINT NOT NULL,
    gross        BIGINT NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    PRIMARY KEY (business_day, sequence)
);

-- Entries that are kept and marked, but say nothing this version understands.
CREATE TABLE unposted (
    device   VARCHAR(63) NOT NULL,
    epoch    INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    why      VARCHAR(1000) NOT NULL,
    PRIMARY KEY (device, epoch, sequence)
);

-- What came back of which line of which receipt: one row for each line of each return, and of each post-void. Whether a
-- line came back more often than it was sold is a sum over these, so the order in which they arrive makes no difference.
CREATE TABLE returned_lines (
    store                VARCHAR(63) NOT NULL,
    original_day         DATE NOT NULL,
    original_workstation VARCHAR(64) NOT NULL,
    original_receipt     BIGINT NOT NULL,
    original_line        INTEGER NOT NULL,
    device               VARCHAR(63) NOT NULL,
    epoch                INTEGER NOT NULL,
    sequence             BIGINT NOT NULL,
    line                 INTEGER NOT NULL,
    workstation          VARCHAR(64) NOT NULL,
    business_day         DATE NOT NULL,
    receipt              BIGINT NOT NULL,
    made_at              TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator             VARCHAR(64) NOT NULL,
    -- Positive: what came back. Negative where a return was itself taken back.
    quantity             NUMERIC(19, 3) NOT NULL,
    unit                 VARCHAR(64) NOT NULL,
    gross                BIGINT NOT NULL,
    currency             VARCHAR(3) NOT NULL,
    -- Whether it was held against the receipt when it was taken.
    checked              BOOLEAN NOT NULL,
    PRIMARY KEY (store, original_day, original_workstation, original_receipt, original_line, device, epoch, sequence, line)
);

-- Baskets that were suspended, taken up again, and paid.
CREATE TABLE suspended_baskets (
    basket       VARCHAR(64) NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    workstation  VARCHAR(64) NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    lines        INTEGER NOT NULL,
    gross        BIGINT NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    PRIMARY KEY (basket, device, epoch, sequence)
);

CREATE TABLE resumed_baskets (
    basket       VARCHAR(64) NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    workstation  VARCHAR(64) NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    PRIMARY KEY (basket, device, epoch, sequence)
);

CREATE TABLE paid_baskets (
    basket       VARCHAR(64) NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    workstation  VARCHAR(64) NOT NULL,
    business_day DATE NOT NULL,
    receipt      BIGINT NOT NULL,
    gross        BIGINT NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    PRIMARY KEY (basket, device, epoch, sequence)
);
