-- The same as measured_day, of a calendar month, named by its first day: what a balance of many months is read from.
CREATE TABLE measured_month (
    business_day DATE NOT NULL,
    bucket INTEGER NOT NULL,
    sums VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (business_day, bucket)
);
