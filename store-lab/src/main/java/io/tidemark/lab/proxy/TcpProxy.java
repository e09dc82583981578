package io.tidemark.lab.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A listener on the loopback address that passes connections on to another port, which may change
 * and may have nobody behind it.
 *
 * <pre>
 * way        connections there                          new connections
 * OPEN       pass                                       passed on; reset if nobody listens behind
 * CUT        reset                                      reset
 * MUTE       upwards only: what comes back is held      the same
 * HALF_OPEN  nothing passes, and neither side is told   the same
 * SLOW       each piece takes longer, in each           the same
 *            direction its own time
 * </pre>
 *
 * TCP keeps the order within a connection, so what can come late, twice or out of order is what
 * went over several: see {@link #abandonCallers()}.
 */
public final class TcpProxy implements AutoCloseable {
    private enum Way {
        OPEN,
        CUT,
        MUTE,
        HALF_OPEN,
        SLOW
    }

    private static final int CONNECT_MILLIS_MAX = 2_000;
    private static final int BACKLOG = 50;

    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private final Meter up = new Meter();
    private final Gate upwards = new Gate();
    private final Gate downwards = new Gate();
    private volatile Way way = Way.OPEN;
    private volatile int target;

    private TcpProxy(ServerSocket listener) {
        this.listener = listener;
    }

    /** Listens on a free port; connections are reset until a target is named. */
    public static TcpProxy listening() {
        try {
            var listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            var proxy = new TcpProxy(listener);
            Thread.ofVirtual().name("proxy-" + listener.getLocalPort()).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no port to listen on", e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Where connections from now on go; 0 is nowhere. */
    public void passTo(int port) {
        target = port;
    }

    /** Resets every connection, and each new one, until {@link #restore()}. */
    public void cut() {
        way = Way.CUT;
        links.forEach(Link::reset);
    }

    /** Lets bytes go up but holds back what comes down, so that no answer arrives. */
    public void mute() {
        way = Way.MUTE;
        downwards.shut();
    }

    /** Holds what goes either way, silently, until {@link #restore()}. */
    public void halfOpen() {
        way = Way.HALF_OPEN;
        upwards.shut();
        downwards.shut();
    }

    /** Every piece takes this much longer, until {@link #restore()}. */
    public void slow(Duration eachUp, Duration eachDown) {
        way = Way.SLOW;
        upwards.slow(eachUp);
        downwards.slow(eachDown);
    }

    /** The next connection to have passed so many bytes more upwards is reset in mid piece. */
    public void breakAfter(long bytesMore) {
        up.breakAfter(bytesMore);
    }

    /** Connections that were reset in mid piece. */
    public long broken() {
        return up.broken();
    }

    /** Pieces that are held on their way up. */
    public int heldUp() {
        return upwards.holding();
    }

    /**
     * Callers are told that their connections are gone; what is held on its way up arrives all the
     * same, once the way is open.
     */
    public void abandonCallers() {
        links.forEach(Link::abandonCaller);
    }

    public void restore() {
        way = Way.OPEN;
        up.neverBreak();
        upwards.open();
        downwards.open();
    }

    /** Connections that were reset because the way was cut or nobody listened behind. */
    public long refused() {
        return refused.get();
    }

    /** Bytes passed on from callers to the target, over all connections. */
    public long bytesUp() {
        return up.passed();
    }

    @Override
    public void close() {
        Link.quietly(listener);
        links.forEach(Link::reset);
        upwards.open();
        downwards.open();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                if (!listener.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket caller) {
        Socket behind = new Socket();
        Link link = new Link(caller, behind);
        links.add(link);
        try {
            if (way == Way.CUT || target == 0) throw new IOException("the way is cut");
            behind.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), target),
                    CONNECT_MILLIS_MAX);
            if (way == Way.CUT) throw new IOException("the way was cut meanwhile");
        } catch (IOException nobodyThere) {
            refused.incrementAndGet();
            link.reset();
            links.remove(link);
            return;
        }
        link.pass(up, upwards, downwards);
        links.remove(link);
    }
}
