package io.tidemark.lab.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/** One connection through the proxy: two sockets and the bytes between them. */
final class Link {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Socket caller;
    private final Socket behind;
    private volatile boolean abandoned;

    Link(Socket caller, Socket behind) {
        this.caller = caller;
        this.behind = behind;
    }

    /** Returns when both directions have ended. */
    void pass(Meter up, Gate upwards, Gate downwards) {
        Thread carrier = Thread.ofVirtual().start(() -> pump(caller, behind, upwards, up));
        pump(behind, caller, downwards, new Meter());
        try {
            carrier.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        quietly(caller);
        quietly(behind);
    }

    /** Closes both with a reset (RST), as a router that lost the connection would answer. */
    void reset() {
        reset(caller);
        reset(behind);
    }

    /**
     * The caller is told that the connection is gone; what it had sent still arrives, as from a
     * router that was slow to forget it.
     */
    void abandonCaller() {
        abandoned = true;
        reset(caller);
    }

    private static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) socket.setSoLinger(true, 0);
        } catch (IOException closedMeanwhile) {
            return;
        }
        quietly(socket);
    }

    /** Each piece waits at the gate, and counts once it is passed on. */
    private void pump(Socket from, Socket to, Gate gate, Meter meter) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                gate.pass();
                int allowed = meter.allow(length);
                out.write(buffer, 0, allowed);
                if (allowed < length) throw new IOException("breaks here, as it was told to");
            }
            to.shutdownOutput();
        } catch (IOException eitherSideIsGone) {
            if (abandoned) quietly(behind);
            else reset();
        }
    }

    static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
