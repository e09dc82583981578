package io.tidemark.edge.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Something to say beside the journal, or nothing, as the test has it. */
final class NewsAtHand implements Beside {
    final List<byte[]> heard = new ArrayList<>();
    int connections;
    byte @Nullable [] waiting;

    @Override
    public void connected() {
        connections++;
    }

    @Override
    public void say(Predicate<byte[]> once) {
        byte[] newest = waiting;
        if (newest != null && once.test(newest)) waiting = null;
    }

    @Override
    public void heard(byte[] clockTold) {
        heard.add(clockTold);
    }
}
