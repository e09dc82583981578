-- What a till shows of its own journals. Built from the entries alone; may be deleted at any time.
-- An entry's id is epoch * 2^37 + sequence. Lines and tenders have one ascending key each: id * 16384 + their number
-- in the receipt, from 1. What a journal takes in from the one before stays where it was first recorded.

-- Of an exchange of currencies, gross is what came into the drawer in the store's own, foreign in the other.
CREATE TABLE receipts (
    id           BIGINT PRIMARY KEY,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    hash         VARCHAR(6) NOT NULL,
    command      UUID,
    number       BIGINT NOT NULL,
    kind         VARCHAR(16) NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    shift        INTEGER NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    lines        INTEGER NOT NULL,
    gross        BIGINT NOT NULL,
    tax          BIGINT NOT NULL,
    change_given BIGINT NOT NULL,
    foreign_minor BIGINT,
    foreign_code VARCHAR(3),
    UNIQUE (number, epoch)
);

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
    entered      BOOLEAN NOT NULL,
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

-- Floats, pickups, paid in and out: positive into the drawer. A till opened with several currencies has one each.
CREATE TABLE cash_movements (
    id           BIGINT PRIMARY KEY,
    kind         VARCHAR(32) NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    amount       BIGINT NOT NULL,
    reason       VARCHAR(1000) NOT NULL
);

CREATE TABLE till_closings (
    id           BIGINT PRIMARY KEY,
    z_number     BIGINT NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    transactions BIGINT NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    gross        BIGINT NOT NULL,
    tax          BIGINT NOT NULL
);

-- Goods that came, went or were counted without a customer; cost is of those lines that know theirs, in minor units.
CREATE TABLE stock_entries (
    id           BIGINT PRIMARY KEY,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    command      UUID,
    kind         VARCHAR(16) NOT NULL,
    reference    VARCHAR(64) NOT NULL,
    party        VARCHAR(1000) NOT NULL,
    reason       VARCHAR(1000) NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    lines        INTEGER NOT NULL
);

CREATE TABLE stock_lines (
    id           BIGINT PRIMARY KEY,
    plu          VARCHAR(64) NOT NULL,
    gtin         VARCHAR(64),
    description  VARCHAR(1000) NOT NULL,
    department   VARCHAR(64) NOT NULL,
    quantity     NUMERIC(19, 3) NOT NULL,
    unit         VARCHAR(64) NOT NULL,
    currency     VARCHAR(3),
    cost         BIGINT
);

CREATE TABLE shelf_prices (
    id           BIGINT PRIMARY KEY,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    command      UUID,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    plu          VARCHAR(64) NOT NULL,
    description  VARCHAR(1000) NOT NULL,
    shelf        NUMERIC(25, 6) NOT NULL,
    listed       NUMERIC(25, 6) NOT NULL,
    currency     VARCHAR(3) NOT NULL
);

-- Receipts that were pruned before these tables took them in: what the journal still has of them.
CREATE TABLE pruned_receipts (
    id           BIGINT PRIMARY KEY,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    hash         VARCHAR(6) NOT NULL,
    command      UUID,
    number       BIGINT NOT NULL,
    kind         VARCHAR(16) NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    pruned_on    DATE NOT NULL,
    UNIQUE (number, epoch)
);

-- Kept in the journal and not posted, with the reason.
CREATE TABLE unposted (
    id           BIGINT PRIMARY KEY,
    why          VARCHAR(1000) NOT NULL
);

-- Receipts printed again, each copy with its number.
CREATE TABLE receipt_copies (
    id           BIGINT PRIMARY KEY,
    number       BIGINT NOT NULL,
    copy         INTEGER NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    UNIQUE (number, id)
);

-- Till Zs printed again, each copy with its number.
CREATE TABLE z_copies (
    id           BIGINT PRIMARY KEY,
    z_number     BIGINT NOT NULL,
    copy         INTEGER NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    UNIQUE (z_number, id)
);
