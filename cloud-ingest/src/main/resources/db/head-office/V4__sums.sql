-- What all stores' close-downs of a business day together hold for the books, each posted as if it were the only one
-- of its store and day: sums that come out the same in any order. Days that were closed more than once are read again.
-- Dealt to 16 rows a day by a digest, so that none grows beyond its column.
CREATE TABLE measured_day (
    business_day DATE NOT NULL,
    bucket INTEGER NOT NULL,
    sums VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (business_day, bucket)
);

-- How many close-downs of a store's day there are, of all lives of its gateway.
CREATE TABLE closed_day (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    parts INTEGER NOT NULL,
    PRIMARY KEY (store, business_day)
);

-- The few days of which there are several.
CREATE TABLE closed_again (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    PRIMARY KEY (store, business_day)
);

-- What was sold less what it was paid with, where that is not zero.
CREATE TABLE uncleared (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch)
);

-- Postings are listed by day. With its sequence, since H2 would take the primary key for one of the same columns.
ALTER TABLE close_down ADD CONSTRAINT close_down_of_day UNIQUE (business_day, store, supplement, epoch, sequence);
