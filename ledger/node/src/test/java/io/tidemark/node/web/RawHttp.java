package io.tidemark.node.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** HTTP/1.1 over a plain socket: the JDK's client does not let a caller lie about the Host. */
record RawHttp(int port) {
    /** In place of a Content-Type: what follows does not say what it is. */
    static final String NO_TYPE = "X-No-Type: 1";

    record Answer(int status, List<String> headers, String body) {
        String header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .reduce(
                            "",
                            (before, value) -> before.isEmpty() ? value : before + ", " + value);
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET " + path, "", headers);
    }

    Answer post(String path, String json, String... headers) throws IOException {
        return send("POST " + path, json, headers);
    }

    Answer put(String path, String body, String... headers) throws IOException {
        return send("PUT " + path, body, headers);
    }

    /** A Host of this machine is added where the caller gives none. */
    private Answer send(String start, String body, String... headers) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request =
                new StringBuilder(start).append(" HTTP/1.1\r\nConnection: close\r\n");
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:")))
            request.append("Host: 127.0.0.1:").append(port).append("\r\n");
        if (content.length > 0 && Arrays.stream(headers).noneMatch(RawHttp::isType))
            request.append("Content-Type: application/json\r\n");
        request.append("Content-Length: ").append(content.length).append("\r\n");
        for (String header : headers) request.append(header).append("\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            out.write(content);
            out.flush();
            return parsed(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static boolean isType(String header) {
        return header.startsWith("Content-Type:") || header.equals(NO_TYPE);
    }

    private static Answer parsed(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        List<String> lines = answer.substring(0, end).lines().toList();
        int status =
                Integer.parseInt(
                        lines.getFirst().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        return new Answer(status, lines.subList(1, lines.size()), answer.substring(end + 4));
    }
}
