package io.tidemark.edge.sync;

import java.util.function.Predicate;

/**
 * What is said beside the journal: news that may be lost. Asked and told on the loop's thread; must
 * not wait.
 */
public interface Beside {
    Beside NOTHING =
            new Beside() {
                @Override
                public void connected() {}

                @Override
                public void say(Predicate<byte[]> once) {}

                @Override
                public void heard(byte[] clockTold) {}
            };

    /** The gateway has answered on a new connection. */
    void connected();

    /**
     * Says what there is to say, if anything.
     *
     * @param once sends it, or says that there is no room just now
     */
    void say(Predicate<byte[]> once);

    /**
     * The gateway's answer.
     *
     * @throws io.tidemark.ledger.codec.Malformed if it is none
     */
    void heard(byte[] clockTold);
}
