package io.tidemark.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/**
 * Knocks at the till's own door once at start, with requests that record nothing, so that the
 * server's own path is loaded before a person's first request.
 */
final class DoorWarmUp {
    private static final int ROUNDS = 3;
    private static final int ANSWER_MILLIS_MAX = 5_000;

    /** A sale whose id is none is read, understood and refused. */
    private static final List<String> REQUESTS =
            List.of(
                    get("/api/v1/status"),
                    post(
                            "/api/v1/basket",
                            "{\"lines\":[{\"description\":\"x\",\"taxCategory\":\"x\",\"quantity\":\"1\",\"unitPrice\":\"1\"}]}"),
                    post(
                            "/api/v1/sales",
                            "{\"commandId\":\"none\",\"operator\":\"warm-up\",\"lines\":[{\"plu\":\"x\",\"quantity\":\"1\"}],"
                                    + "\"tenders\":[{\"type\":\"CASH\",\"amount\":{\"minor\":1,\"currency\":\"EUR\"}}]}"));

    private final int port;

    DoorWarmUp(int port) {
        this.port = port;
    }

    void run() throws IOException {
        for (int round = 0; round < ROUNDS; round++) for (String request : REQUESTS) knock(request);
    }

    private void knock(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            byte[] answer = socket.getInputStream().readAllBytes();
            if (answer.length == 0) throw new IOException("the till's own door did not answer");
        }
    }

    private static String get(String path) {
        return head("GET", path) + "\r\n";
    }

    private static String post(String path, String json) {
        return head("POST", path)
                + "Content-Type: application/json\r\nContent-Length: "
                + json.length()
                + "\r\n\r\n"
                + json;
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    }
}
