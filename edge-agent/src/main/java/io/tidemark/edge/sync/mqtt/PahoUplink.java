package io.tidemark.edge.sync.mqtt;

import io.tidemark.edge.sync.Channel;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.Uplink;
import io.tidemark.edge.sync.UplinkEvent;
import io.tidemark.ledger.NodeName;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The uplink over MQTT 5 with Paho. Every connection is a client of its own: a client that was
 * given up may hang in a socket call for as long as it likes, and nobody waits for it.
 *
 * <p>Used by one thread, {@link io.tidemark.edge.sync.SyncLoop}'s.
 */
public final class PahoUplink implements Uplink {
    private final NodeName me;
    private final String serverUri;
    private final Supplier<SSLContext> tls;
    private @Nullable SSLContext context;
    private final Inbox events;
    private @Nullable PahoConnection current;

    /**
     * @param gateway where the broker listens
     * @param tls presents this till's certificate and accepts this till's gateway only; asked for
     *     at the first connection, for nobody waits for that one
     * @param events where what happens is handed over
     */
    public PahoUplink(NodeName me, Address gateway, Supplier<SSLContext> tls, Inbox events) {
        this.me = me;
        this.serverUri = "ssl://" + gateway.host() + ":" + gateway.port();
        this.tls = tls;
        this.events = events;
    }

    /** A broker's listener. */
    public record Address(String host, int port) {}

    @Override
    public void connect(long connection, byte[] presence) {
        drop();
        PahoConnection next = new PahoConnection(connection, me, events);
        current = next;
        SSLContext ready = context == null ? tls.get() : context;
        context = ready;
        next.open(serverUri, ready, presence);
    }

    @Override
    public void say(Channel channel, byte[] payload) {
        PahoConnection connection = current;
        if (connection != null) connection.say(channel, payload);
    }

    @Override
    public boolean mention(Channel channel, byte[] payload) {
        PahoConnection connection = current;
        return connection != null && connection.mention(channel, payload);
    }

    @Override
    public void done(UplinkEvent.Heard heard) {
        PahoConnection connection = current;
        if (connection != null && connection.number() == heard.connection()) connection.done(heard);
    }

    @Override
    public void drop() {
        PahoConnection old = current;
        current = null;
        if (old != null) old.giveUp();
    }

    @Override
    public void close() {
        PahoConnection old = current;
        current = null;
        if (old != null) old.leave();
    }
}
