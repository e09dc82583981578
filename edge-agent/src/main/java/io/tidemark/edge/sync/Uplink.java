package io.tidemark.edge.sync;

/**
 * The way to the gateway. No method waits: what came of it is an {@link UplinkEvent} in the queue
 * that {@link SyncLoop} works off. One connection at a time; a new one gives up the one before.
 */
public interface Uplink extends AutoCloseable {
    /**
     * Begins to connect. {@link UplinkEvent.Up} or {@link UplinkEvent.Down} with this number
     * follows.
     *
     * @param connection counts connections, so that the events of one given up are told from the
     *     current one's
     * @param presence what the gateway says of us once we are gone (the will)
     */
    void connect(long connection, byte[] presence);

    /**
     * Sends at least once; {@link UplinkEvent.Taken} or {@link UplinkEvent.Refused} or the end of
     * the connection follows.
     */
    void say(Channel channel, byte[] payload);

    /**
     * Sends at most once, if there is room beside what {@link #say} has under way; nobody hears
     * what becomes of it.
     *
     * @return false if it was not sent
     */
    default boolean mention(Channel channel, byte[] payload) {
        return false;
    }

    /** A message was worked off: the broker may send the next. */
    void done(UplinkEvent.Heard heard);

    /** Gives the connection up; what was under way on it is never told. */
    void drop();

    @Override
    void close();
}
