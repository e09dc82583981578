-- What receipts did to gift cards: loaded by a sale, by money paid back and by a redemption undone; spent by redeeming
-- and by a sale undone. Both only grow; the balance is their difference.

CREATE TABLE gift_card_moves (
    number       VARCHAR(64) NOT NULL,
    device       VARCHAR(63) NOT NULL,
    epoch        INTEGER NOT NULL,
    sequence     BIGINT NOT NULL,
    workstation  VARCHAR(64) NOT NULL,
    business_day DATE NOT NULL,
    receipt      BIGINT NOT NULL,
    made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    operator     VARCHAR(64) NOT NULL,
    loaded       BIGINT NOT NULL,
    spent        BIGINT NOT NULL,
    currency     VARCHAR(3) NOT NULL,
    -- Whether nothing was taken from it that somebody could not vouch for.
    checked      BOOLEAN NOT NULL,
    PRIMARY KEY (number, device, epoch, sequence)
);
