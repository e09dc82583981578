-- Goods on hand: sums that come out the same in any order, and the counts as they are. What is on hand, and how far
-- a count was off, is worked out when it is read.

-- What moved on a business day, in thousandths of the unit, of all devices: negative what left. Articles are spread
-- over 64 rows a day by a digest of their code; a row for each would cost a MERGE a line.
CREATE TABLE stock_sums (
    business_day DATE NOT NULL,
    bucket       INTEGER NOT NULL,
    sums         VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (business_day, bucket)
);

-- How many lines of a business day are in stock_sums, and how many in stock_counts: tells a reader which days to
-- read again.
CREATE TABLE stock_days (
    business_day DATE NOT NULL PRIMARY KEY,
    movements    BIGINT NOT NULL,
    counts       BIGINT NOT NULL
);

-- Counts: how much was there.
CREATE TABLE stock_counts (
    business_day DATE NOT NULL,
    plu          VARCHAR(64) NOT NULL,
    unit         VARCHAR(64) NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    quantity     BIGINT NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    reference    VARCHAR(64) NOT NULL,
    PRIMARY KEY (business_day, plu, unit, device, epoch, sequence)
);

-- Goods that came or went without a customer. Sales are in the table lines.
CREATE TABLE stock_moves (
    business_day DATE NOT NULL,
    plu          VARCHAR(64) NOT NULL,
    unit         VARCHAR(64) NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    line         INTEGER NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    flow         VARCHAR(16) NOT NULL,
    quantity     BIGINT NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    reference    VARCHAR(64) NOT NULL,
    party        VARCHAR(1000) NOT NULL,
    reason       VARCHAR(1000) NOT NULL,
    PRIMARY KEY (business_day, plu, unit, device, epoch, sequence, line)
);

-- What an article was called by the last who moved or counted it.
CREATE TABLE stock_articles (
    plu          VARCHAR(64) NOT NULL PRIMARY KEY,
    gtin         VARCHAR(64),
    description  VARCHAR(1000) NOT NULL,
    department   VARCHAR(64) NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Shelves that showed another price than the catalogue's: labels to print.
CREATE TABLE shelf_prices (
    business_day DATE NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    plu          VARCHAR(64) NOT NULL,
    description  VARCHAR(1000) NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    shelf        NUMERIC(25, 6) NOT NULL,
    listed       NUMERIC(25, 6) NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    PRIMARY KEY (business_day, device, epoch, sequence)
);
