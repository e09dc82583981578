-- Goods that went to other stores and came from them, as the stores' close-downs tell it: an entry of a device each.
CREATE TABLE transfer (
    store        VARCHAR(63) NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    incoming     BOOLEAN NOT NULL,
    place        VARCHAR(1000) NOT NULL,
    reference    VARCHAR(64) NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    PRIMARY KEY (store, device, epoch, sequence)
);

-- Their lines. cost: what the transfer carries of it, minor units; null where nobody knew it.
CREATE TABLE transfer_line (
    store       VARCHAR(63) NOT NULL,
    device      VARCHAR(63) NOT NULL,
    epoch       INTEGER NOT NULL,
    sequence    BIGINT NOT NULL,
    line        INTEGER NOT NULL,
    plu         VARCHAR(64) NOT NULL,
    unit        VARCHAR(64) NOT NULL,
    description VARCHAR(1000) NOT NULL,
    thousandths BIGINT NOT NULL,
    cost        BIGINT,
    currency    VARCHAR(3),
    PRIMARY KEY (store, device, epoch, sequence, line)
);
