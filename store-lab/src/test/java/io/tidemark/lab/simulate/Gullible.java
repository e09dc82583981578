package io.tidemark.lab.simulate;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.sync.Evidence;

/** Believes that its journal has what a mark says. */
record Gullible(Evidence real, Head marked) implements Evidence {
    @Override
    public Head forced() {
        return marked.sequence() > real.forced().sequence() ? marked : real.forced();
    }

    @Override
    public Hash hashAt(long sequence) {
        return sequence == marked.sequence() ? marked.hash() : real.hashAt(sequence);
    }

    @Override
    public boolean isByReceiver(Mark mark) {
        return real.isByReceiver(mark);
    }
}
