package io.tidemark.node.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a node answered: also why not. */
public final class Reply {
    private static final int SUCCESS = 2;
    private static final int WRONG_USE = 400;

    private final String node;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    /**
     * @param node who answered, in words
     */
    Reply(String node, HttpResponse<byte[]> response) {
        this.node = node;
        this.status = response.statusCode();
        this.headers = response.headers();
        this.bytes = response.body().clone();
    }

    public int status() {
        return status;
    }

    /** Media type; empty where it said none. */
    public String type() {
        return header("Content-Type").orElse("");
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isOk() {
        return status / 100 == SUCCESS;
    }

    public String body() {
        return new String(bytes, UTF_8);
    }

    /** Whether it may be shown at a terminal. */
    public boolean isText() {
        String type = type();
        return type.isEmpty()
                || type.contains("json")
                || type.startsWith("text/")
                || type.contains("xml")
                || type.contains("yaml");
    }

    /** By the names of its fields. */
    public JsonAnswer json() {
        try {
            return JsonAnswer.parse(body());
        } catch (JsonAnswer.Unreadable e) {
            throw unreadable(e);
        }
    }

    /** A refusal, in the node's words: RFC 9457's detail. */
    public CannotRun refusal() {
        return refusal(detail());
    }

    /** Whether it was refused since a supervisor must allow it. */
    public boolean wantsApproval() {
        return member("type").filter(type -> type.endsWith(":approval")).isPresent();
    }

    public CannotRun refusal(String words) {
        return new CannotRun(
                status == WRONG_USE ? ExitCode.BAD_USAGE : ExitCode.FOUND_WRONG, words);
    }

    /** In the node's words, or what it answered where that is no problem in JSON. */
    public String detail() {
        return member("detail")
                .orElseGet(() -> node + " answered " + status + (isText() ? ": " + body() : ""));
    }

    /** Of the answer; empty where it is no JSON or has no such text. */
    private Optional<String> member(String name) {
        try {
            return JsonAnswer.parse(body()).maybe(name).map(JsonAnswer::asText);
        } catch (JsonAnswer.Unreadable noSuchText) {
            return Optional.empty();
        }
    }

    public CannotRun unreadable(Exception cause) {
        return new CannotRun(
                ExitCode.BAD_USAGE,
                node
                        + " answered "
                        + status
                        + " with what this command cannot read ("
                        + cause.getMessage()
                        + "): use the one of its version",
                cause);
    }
}
