-- What close-downs hold for the books, whatever rules they are posted by: amounts in minor units, none zero.
CREATE TABLE measured (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    measure VARCHAR(32) NOT NULL,
    tender VARCHAR(64) NOT NULL,
    department VARCHAR(64) NOT NULL,
    tax VARCHAR(64) NOT NULL,
    rate_ppm INTEGER NOT NULL,
    currency VARCHAR(3) NOT NULL,
    home BOOLEAN NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch, measure, tender, department, tax, rate_ppm, currency)
);

-- What each close-down adds to a drawer, and what was counted in all of it by then; null where nobody counted.
CREATE TABLE drawer_part (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    workstation VARCHAR(64) NOT NULL,
    tender VARCHAR(64) NOT NULL,
    currency VARCHAR(3) NOT NULL,
    home BOOLEAN NOT NULL,
    expected BIGINT NOT NULL,
    counted BIGINT,
    PRIMARY KEY (store, business_day, supplement, epoch, workstation, tender, currency)
);
