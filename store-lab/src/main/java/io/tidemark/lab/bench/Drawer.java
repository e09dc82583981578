package io.tidemark.lab.bench;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Has a till record one small entry after the other, each of which goes up alone: its drawer is
 * opened, which needs neither goods nor head office.
 */
final class Drawer {
    private final Loopback till;

    /**
     * @param port of the till's own page
     */
    Drawer(int port) {
        this.till = new Loopback("the till", port);
    }

    /**
     * @param between long enough for an entry to be marked before the next comes
     */
    void open(int times, Duration between) {
        long due = System.nanoTime();
        for (int i = 0; i < times; i++) {
            open();
            due += between.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void open() {
        String asked =
                "{\"commandId\":\""
                        + UUID.randomUUID()
                        + "\",\"operator\":\"training\",\"reason\":\"training\"}";
        till.create("/api/v1/no-sale", asked);
    }
}
