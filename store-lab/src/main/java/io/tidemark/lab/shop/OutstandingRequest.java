package io.tidemark.lab.shop;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A request that has left and whose answer nobody has read yet: what is needed to kill a node at
 * exactly that moment. Spoken on a bare socket, because a client library returns only with the
 * answer.
 */
public final class OutstandingRequest implements AutoCloseable {
    private final Socket socket;

    private OutstandingRequest(Socket socket) {
        this.socket = socket;
    }

    /** Returns as soon as the whole request has been handed to the system. */
    public static OutstandingRequest post(URI uri, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST "
                        + uri.getPath()
                        + " HTTP/1.1\r\nHost: "
                        + uri.getAuthority()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
        socket.setTcpNoDelay(true);
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        socket.getOutputStream().write(whole);
        socket.getOutputStream().flush();
        return new OutstandingRequest(socket);
    }

    /** Whether the beginning of an answer arrived before the other side was gone. */
    public boolean wasAnswered() {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (IOException reset) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
