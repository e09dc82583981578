package io.tidemark.node.loop;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What a loop does between one turn and the next. */
public sealed interface Rest {
    /** Nothing: there is more to do. */
    Rest NONE = new Pause(Duration.ZERO);

    /** A back-off, which more to do does not cut short: that is what it is for. */
    record Pause(Duration length) implements Rest {}

    /** There is nothing to do: until woken, or to look all the same after the longest wait. */
    record Idle(Duration longest) implements Rest {}

    /** No further turn: all is done. */
    record End() implements Rest {}

    /**
     * A pause give or take a half, so that those who lost the same peer at one moment, as 5,000
     * stores do, do not all come back at one moment.
     */
    static Rest about(Duration length) {
        int percent = 50 + ThreadLocalRandom.current().nextInt(100);
        return new Pause(length.multipliedBy(percent).dividedBy(100));
    }
}
