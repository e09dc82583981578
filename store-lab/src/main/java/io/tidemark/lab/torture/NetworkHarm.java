package io.tidemark.lab.torture;

import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.shop.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** A network between two nodes misbehaves. */
record NetworkHarm(Trouble trouble, String between, TcpProxy way, Random random) implements Harm {
    /** What a network does to those who talk over it. */
    enum Trouble {
        CUT(Kind.CUT),
        SLOW(Kind.SLOW),
        HALF_OPEN(Kind.HALF_OPEN),
        BROKEN_OFF(Kind.BROKEN_OFF),
        LATE_AND_TWICE(Kind.LATE_AND_TWICE);

        private final Kind kind;

        Trouble(Kind kind) {
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }
    }

    private static final int LASTS_MILLIS = 3_000;
    private static final int SLOW_MILLIS = 150;
    private static final int BROKEN_BYTES = 2_000;
    private static final int BREAKS = 3;

    /** A till that was cut off before waits up to five seconds before it calls again. */
    private static final Duration SOON = Duration.ofSeconds(15);

    @Override
    public String what() {
        return "network " + between + ": " + trouble;
    }

    @Override
    public Optional<String> bite() {
        return switch (trouble) {
            case CUT -> cut();
            case SLOW -> slow();
            case HALF_OPEN -> halfOpen();
            case BROKEN_OFF -> brokenOff();
            case LATE_AND_TWICE -> late();
        };
    }

    @Override
    public void heal() {
        way.restore();
    }

    private Optional<String> cut() {
        long before = way.refused();
        way.cut();
        lasts();
        Scene.soon(SOON, () -> way.refused() > before);
        return evidence(way.refused() - before, "connections refused");
    }

    private Optional<String> slow() {
        long before = way.bytesUp();
        Duration up = Duration.ofMillis(1 + random.nextInt(SLOW_MILLIS));
        Duration down = Duration.ofMillis(1 + random.nextInt(SLOW_MILLIS));
        way.slow(up, down);
        lasts();
        return evidence(
                way.bytesUp() - before,
                "bytes went up, each piece "
                        + up.toMillis()
                        + " ms late, and down "
                        + down.toMillis()
                        + " ms");
    }

    private Optional<String> halfOpen() {
        way.halfOpen();
        lasts();
        Scene.soon(SOON, () -> way.heldUp() > 0);
        return evidence(way.heldUp(), "pieces held, and nobody was told");
    }

    private Optional<String> brokenOff() {
        long before = way.broken();
        for (int i = 1; i <= BREAKS; i++) {
            int expected = i;
            way.breakAfter(1 + random.nextInt(BROKEN_BYTES));
            Scene.soon(SOON, () -> way.broken() >= before + expected);
        }
        return evidence(way.broken() - before, "connections reset in the middle of what was sent");
    }

    /** What a connection held arrives after its sender was told that it is gone. */
    private Optional<String> late() {
        way.halfOpen();
        Scene.soon(SOON, () -> way.heldUp() > 0);
        int held = way.heldUp();
        way.abandonCallers();
        Patience.pause(random.nextInt(500));
        way.restore();
        return evidence(held, "pieces arrived after their sender had given the connection up");
    }

    private static Optional<String> evidence(long count, String of) {
        return count > 0 ? Optional.of(count + " " + of) : Optional.empty();
    }

    private void lasts() {
        Patience.pause(200 + random.nextInt(LASTS_MILLIS));
    }
}
