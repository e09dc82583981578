package io.tidemark.lab.simulate;

/** What is done to a store-day, and how often beside the others. */
enum Fault {
    /** Between two steps. */
    POWER_CUT(14),
    /** Inside a disk operation: between a write and its force, between a force and its answer. */
    POWER_CUT_INSIDE(22),
    /** {@code kill -9}: the machine's memory stays. */
    KILL(6),
    /** Nothing passes, either way. */
    PARTITION(12),
    /** One direction passes. */
    HALF_OPEN(8),
    /** Loss, duplication, long delays, and so reordering. */
    ROUGH_NETWORK(10),
    /** The disk fails a force. */
    FORCE_FAILS(10),
    /** Something else filled the disk, for a while. */
    DISK_FULL(5),
    /** One stored bit turns over, where a peer has the same entries. */
    BIT_FLIP(8),
    /** The clock jumps, either way. */
    CLOCK_JUMP(6),
    /** A device sends what another one recorded. */
    IMPOSTOR(4),
    /** A receiver asks for entries once more that it had marked. */
    ASKED_AGAIN(5),
    /** Somebody offers a device an epoch that nobody decided. */
    FORGED_GRANT(4),
    /** An image of the disk, taken earlier, is put back. */
    OLD_COPY(3),
    /** The same at the gateway, which then has forgotten what it marked. */
    GATEWAY_OLD_COPY(2),
    /** And at head office. */
    HEAD_OFFICE_OLD_COPY(1),
    /** A till's disk is gone, and with it the machine. */
    TILL_LOST(2),
    /** The gateway's disk is gone; another machine goes on as its next epoch. */
    GATEWAY_LOST(2),
    /** Head office's disk is gone, the same. */
    HEAD_OFFICE_LOST(1);

    private final int weight;

    Fault(int weight) {
        this.weight = weight;
    }

    static Fault drawn(int lot) {
        int left = Math.floorMod(lot, total());
        for (Fault fault : values()) {
            left -= fault.weight;
            if (left < 0) return fault;
        }
        throw new IllegalStateException("no fault for " + lot);
    }

    private static int total() {
        int total = 0;
        for (Fault fault : values()) total += fault.weight;
        return total;
    }
}
