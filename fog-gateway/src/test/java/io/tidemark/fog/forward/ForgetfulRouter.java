package io.tidemark.fog.forward;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes connections on. Can forget those it has, which then stay open while nothing passes, and
 * can hang up on the next caller in the middle of the TLS handshake, or on one who has been told so
 * much.
 */
final class ForgetfulRouter implements AutoCloseable {
    private static final int BUFFER_BYTES = 8 << 10;

    private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile Set<Socket> forgotten = Set.of();
    private volatile boolean hangingUp;
    private final AtomicLong passedOn = new AtomicLong();
    private volatile long passedOnMax = Long.MAX_VALUE;

    private ForgetfulRouter(int target) throws IOException {
        this.target = target;
    }

    static ForgetfulRouter before(int port) throws IOException {
        ForgetfulRouter router = new ForgetfulRouter(port);
        Thread.ofVirtual().start(router::accept);
        return router;
    }

    int port() {
        return listener.getLocalPort();
    }

    void forget() {
        forgotten = Set.copyOf(sockets);
    }

    void hangUpOnNextCaller() {
        hangingUp = true;
    }

    /** Hangs up once so many more bytes have come from the server; what follows passes again. */
    void hangUpAfter(long bytes) {
        passedOn.set(0);
        passedOnMax = bytes;
    }

    /** Bytes that have come from the server since {@link #hangUpAfter}. */
    long passedOn() {
        return passedOn.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = listener.accept();
                if (hangingUp) {
                    hangUp(caller);
                    continue;
                }
                Socket called = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(caller);
                sockets.add(called);
                Thread.ofVirtual().start(() -> pass(caller, called, new AtomicLong()));
                Thread.ofVirtual().start(() -> pass(called, caller, passedOn));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) throw new UncheckedIOException(e);
        }
    }

    /** Once its hello is read: bytes left unread would turn the end into a reset. */
    private void hangUp(Socket caller) throws IOException {
        hangingUp = false;
        try (caller) {
            int read = caller.getInputStream().read(new byte[BUFFER_BYTES]);
            if (read < 0) throw new IOException("the caller hung up first");
        }
    }

    private void pass(Socket from, Socket to, AtomicLong counted) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer))
                if (counted.addAndGet(n) > passedOnMax) {
                    passedOnMax = Long.MAX_VALUE;
                    return;
                } else if (!forgotten.contains(from)) to.getOutputStream().write(buffer, 0, n);
        } catch (IOException e) {
            if (!from.isClosed() && !to.isClosed()) throw new UncheckedIOException(e);
        }
    }
}
