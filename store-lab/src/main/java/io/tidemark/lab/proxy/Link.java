package io.tidemark.lab.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** One connection through the proxy: two sockets and the bytes between them. */
final class Link {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Socket caller;
    private final Socket behind;

    Link(Socket caller, Socket behind) {
        this.caller = caller;
        this.behind = behind;
    }

    /** Returns when both directions have ended. */
    void pass(AtomicLong bytesUp, Gate downwards) {
        Thread up = Thread.ofVirtual().start(() -> pump(caller, behind, new Gate(), bytesUp));
        pump(behind, caller, downwards, new AtomicLong());
        try {
            up.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        quietly(caller);
        quietly(behind);
    }

    /** Closes both with a reset (RST), as a router that lost the connection would answer. */
    void reset() {
        for (Socket socket : new Socket[] {caller, behind}) {
            try {
                if (!socket.isClosed()) socket.setSoLinger(true, 0);
            } catch (IOException closedMeanwhile) {
                continue;
            }
            quietly(socket);
        }
    }

    /** Each piece waits at the gate, and counts once it is passed on. */
    private void pump(Socket from, Socket to, Gate gate, AtomicLong passed) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                gate.pass();
                out.write(buffer, 0, length);
                passed.addAndGet(length);
            }
            to.shutdownOutput();
        } catch (IOException eitherSideIsGone) {
            reset();
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
