package io.tidemark.edge;

import io.tidemark.edge.sync.Channel;
import io.tidemark.edge.sync.Uplink;
import io.tidemark.edge.sync.UplinkEvent;

/** A network on which nothing is ever heard. */
final class NoUplink implements Uplink {
    @Override
    public void connect(long connection, byte[] presence) {}

    @Override
    public void say(Channel channel, byte[] payload) {}

    @Override
    public void done(UplinkEvent.Heard heard) {}

    @Override
    public void drop() {}

    @Override
    public void close() {}
}
