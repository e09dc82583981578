-- Who allowed that a close-down was made without devices, and why: the first that its journal says.
CREATE TABLE close_down_authority (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    supervisor VARCHAR(64) NOT NULL,
    name VARCHAR(1000) NOT NULL,
    role VARCHAR(64) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    left_out VARCHAR(64000) NOT NULL, -- labels of devices, with commas between
    PRIMARY KEY (store, business_day, supplement, epoch)
);
