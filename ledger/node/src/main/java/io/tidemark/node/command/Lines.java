package io.tidemark.node.command;

import java.io.PrintWriter;

/**
 * Lines that are told one by one, whole or not at all: an interrupt ends the command between two of
 * them, and a reader that goes away ends it quietly.
 */
final class Lines implements AutoCloseable {
    /** Lines after which to look whether anybody still reads. */
    private static final int LOOK_EVERY = 1_024;

    private final PrintWriter out;
    private final Interruption interruption = Interruption.watched();
    private long told;

    Lines(PrintWriter out) {
        this.out = out;
    }

    /** The command is to end now: nobody reads any more, or it was interrupted. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("the command was ended", null, false, false);
        }
    }

    /** Tells until there is no more to tell, or nobody who wants it. */
    void telling(Runnable all) {
        try {
            all.run();
            flush();
        } catch (Ended wanted) {
            // What was told is whole; a reader that went away wants no more, and no message.
            return;
        }
    }

    /**
     * @throws Ended if it is of no use any more
     */
    void tell(String line) {
        requireWanted();
        out.print(line);
        out.print('\n');
        told++;
        if (told % LOOK_EVERY == 0 && out.checkError()) throw new Ended();
    }

    /**
     * @throws Ended between lines, for whoever tells few of many
     */
    void requireWanted() {
        if (interruption.isAsked()) throw new Ended();
    }

    void flush() {
        if (out.checkError()) throw new Ended();
    }

    @Override
    public void close() {
        out.flush();
        interruption.close();
    }
}
