CREATE TABLE receipt (
    id BIGINT PRIMARY KEY,
    device VARCHAR(63) NOT NULL,
    command UUID NOT NULL UNIQUE,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    business_day DATE NOT NULL,
    copied BOOLEAN,
    proof VARBINARY(32) NOT NULL
);

CREATE TABLE line (
    id BIGINT PRIMARY KEY,
    plu VARCHAR(64) NOT NULL,
    quantity NUMERIC(12, 3) NOT NULL,
    minor BIGINT NOT NULL,
    remark VARCHAR(1000)
);

CREATE TABLE takings (
    device VARCHAR(63) NOT NULL,
    hour_of_day INTEGER NOT NULL,
    receipts BIGINT NOT NULL,
    minor BIGINT NOT NULL,
    PRIMARY KEY (device, hour_of_day)
);

-- Nothing else is changed here.
