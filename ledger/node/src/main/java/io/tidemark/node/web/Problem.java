package io.tidemark.node.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.TreeMap;

/**
 * An error as a person and a program can act on it (RFC 9457).
 *
 * @param type {@code about:blank}, or a URN for problems that a program tells apart
 * @param detail what happened, and what to do about it
 * @param more members of this kind of problem, such as a close-down's blockers
 */
@Serdeable.Serializable
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> more) {
    public static final MediaType MEDIA_TYPE = MediaType.of("application/problem+json");

    private static final String UNTYPED = "about:blank";
    private static final String TYPES = "urn:tidemark:problem:";

    public Problem {
        more = Map.copyOf(more);
    }

    public static Problem of(HttpStatus status, String detail) {
        return new Problem(UNTYPED, status.getReason(), status.getCode(), detail, Map.of());
    }

    /**
     * @param kind lower-case words with hyphens, such as {@code command-id-reused}
     */
    public Problem ofKind(String kind) {
        return new Problem(TYPES + kind, title, status, detail, more);
    }

    /**
     * @param value what Micronaut Serde can write
     */
    public Problem with(String member, Object value) {
        Map<String, Object> extended = new TreeMap<>(more);
        extended.put(member, value);
        return new Problem(type, title, status, detail, extended);
    }
}
