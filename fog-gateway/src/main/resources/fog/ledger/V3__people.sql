-- Who worked at which device, what needed a supervisor or leaves no receipt, and goods on their way between stores.

CREATE TABLE operator_sessions (
    business_day DATE NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    workstation  VARCHAR(64) NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    name         VARCHAR(1000) NOT NULL,
    role         VARCHAR(64) NOT NULL,
    shift        INTEGER NOT NULL,
    kind         VARCHAR(16) NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (business_day, device, epoch, sequence)
);

-- One row for each approval; and one for each drawer opened, cash paid in or out and basket given up that nobody had to
-- allow, with an empty supervisor.
CREATE TABLE supervised_acts (
    business_day DATE NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    part         INTEGER NOT NULL,
    workstation  VARCHAR(64) NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    shift        INTEGER NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    act          VARCHAR(64) NOT NULL,
    reason       VARCHAR(1000) NOT NULL,
    supervisor   VARCHAR(64) NOT NULL,
    allowed_for  VARCHAR(1000) NOT NULL,
    -- The goods of a basket that was given up, in words.
    contents     VARCHAR(1000) NOT NULL,
    -- Null where no money was in it.
    amount       BIGINT,
    currency     VARCHAR(3),
    -- 0 where it was no receipt.
    receipt      BIGINT NOT NULL,
    PRIMARY KEY (business_day, device, epoch, sequence, part)
);

CREATE TABLE transfers (
    flow         VARCHAR(16) NOT NULL,
    place        VARCHAR(1000) NOT NULL,
    reference    VARCHAR(64) NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    business_day DATE NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    lines        INTEGER NOT NULL,
    PRIMARY KEY (flow, place, reference, device, epoch, sequence)
);
