package io.tidemark.lab.bench;

import io.tidemark.edge.sync.Channel;
import io.tidemark.edge.sync.Uplink;
import io.tidemark.edge.sync.UplinkEvent;

/** Notes when the loop was done with the last answer: with a mark, verified and kept. */
final class TimedUplink implements Uplink {
    private final Uplink uplink;
    private volatile long doneNanos;

    TimedUplink(Uplink uplink) {
        this.uplink = uplink;
        this.doneNanos = System.nanoTime();
    }

    /** By {@link System#nanoTime}. */
    long doneNanos() {
        return doneNanos;
    }

    @Override
    public void connect(long connection, byte[] presence) {
        uplink.connect(connection, presence);
    }

    @Override
    public void say(Channel channel, byte[] payload) {
        uplink.say(channel, payload);
    }

    @Override
    public void done(UplinkEvent.Heard heard) {
        if (heard.channel() == Channel.ANSWER) doneNanos = System.nanoTime();
        uplink.done(heard);
    }

    @Override
    public void drop() {
        uplink.drop();
    }

    @Override
    public void close() {
        uplink.close();
    }
}
