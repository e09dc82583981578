-- Goods of a close-down by the way they went and their unit, and what was out of the ordinary.
CREATE TABLE close_down_goods (
    store        VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement   INTEGER NOT NULL,
    epoch        INTEGER NOT NULL,
    flow         VARCHAR(16) NOT NULL,
    unit         VARCHAR(64) NOT NULL,
    movements    BIGINT NOT NULL,
    thousandths  BIGINT NOT NULL,
    cost         BIGINT NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch, flow, unit)
);

CREATE TABLE close_down_tally (
    store        VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement   INTEGER NOT NULL,
    epoch        INTEGER NOT NULL,
    kind         VARCHAR(64) NOT NULL,
    happened     BIGINT NOT NULL,
    amount       BIGINT NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch, kind)
);
