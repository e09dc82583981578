package io.tidemark.lab.torture;

/** A kind of harm, and the count of the report that it belongs to. */
enum Kind {
    KILL(Count.KILLS),
    KILL_SEVERAL(Count.KILLS),
    KILL_IN_SYNC(Count.KILLS),
    KILL_STARTING(Count.KILLS),
    KILL_CLOSING(Count.KILLS),
    IO_ERROR(Count.IO_ERRORS),
    FULL_DISK(Count.FULL_DISKS),
    CUT(Count.CUTS),
    SLOW(Count.CUTS),
    HALF_OPEN(Count.CUTS),
    BROKEN_OFF(Count.CUTS),
    LATE_AND_TWICE(Count.CUTS),
    CLOCK(Count.CLOCK_SHIFTS),
    H2(Count.H2_HARMS),
    BROKER_STOPPED(Count.BROKER_STOPS),
    HEAD_OFFICE_AWAY(Count.HEAD_OFFICE_AWAY),
    DAMAGED_JOURNAL(Count.RESTORES),
    OLD_DISK(Count.FORKS);

    /** Named as in the report. */
    enum Count {
        KILLS("kills"),
        IO_ERRORS("ioErrors"),
        FULL_DISKS("fullDisks"),
        CUTS("cuts"),
        CLOCK_SHIFTS("clockShifts"),
        H2_HARMS("h2Harms"),
        BROKER_STOPS("brokerStops"),
        HEAD_OFFICE_AWAY("headOfficeAway"),
        RESTORES("restores"),
        FORKS("forks");

        private final String field;

        Count(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    private final Count count;

    Kind(Count count) {
        this.count = count;
    }

    Count count() {
        return count;
    }
}
