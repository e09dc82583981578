-- Each filed close-down's entry as it came, for what is shown whole and never searched: cashiers, hours, baskets, the
-- Merkle root.
CREATE TABLE close_down_entry (
    store VARCHAR(63) NOT NULL,
    business_day DATE NOT NULL,
    supplement INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    header VARBINARY(4194304) NOT NULL,
    event VARBINARY(4194304) NOT NULL,
    PRIMARY KEY (store, business_day, supplement, epoch)
);
