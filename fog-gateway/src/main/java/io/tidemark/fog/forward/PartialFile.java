package io.tidemark.fog.forward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that comes over HTTP in as many attempts as it takes (RFC 9110 §14): what is there is gone
 * on from for as long as it is a part of what is served, which the entity tag beside it tells. What
 * was not forced may be missing after a power cut, or be wrong: whoever takes the whole checks it,
 * and {@link #discard} begins again.
 */
final class PartialFile {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int TAG_MAX = 200;

    private final Incoming into;
    private final AtomicLong size = new AtomicLong();

    PartialFile(Incoming into) {
        this.into = into;
    }

    /** Asks for the rest where some is there, and for the whole where that is of something else. */
    HttpRequest.Builder asking(HttpRequest.Builder request) throws IOException {
        long there = there();
        Optional<String> tag = tag();
        if (there == 0 || tag.isEmpty()) return request;
        return request.header("Range", "bytes=" + there + "-").header("If-Range", tag.get());
    }

    void discard() throws IOException {
        into.forget();
    }

    /**
     * @param told how an attempt failed
     * @throws IOException if it did because there is no room for what is served
     */
    void requireRoom(HeadOfficeAway told) throws IOException {
        if (size.get() <= into.bytesMax()) return;
        throw new IOException(
                "it has " + size + " bytes, and there is room for " + into.bytesMax(), told);
    }

    /**
     * The file's bytes go to where they belong; of a refusal, what it says.
     *
     * @param most that a file may have
     */
    BodyHandler<byte[]> body(long most) {
        return response ->
                switch (response.statusCode()) {
                    case OK -> whole(response, most);
                    case PARTIAL -> rest(response, most);
                    default -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), most);
                };
    }

    private BodySubscriber<byte[]> whole(ResponseInfo response, long most) {
        try {
            discard();
            Optional<String> tag = response.headers().firstValue("ETag");
            if (tag.isPresent() && tag.get().length() <= TAG_MAX)
                Files.writeString(into.tag(), tag.get());
            return written(response, 0, most, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot begin " + into.file(), e);
        }
    }

    private BodySubscriber<byte[]> rest(ResponseInfo response, long most) {
        try {
            long there = there();
            String from = "bytes " + there + "-";
            String told = response.headers().firstValue("Content-Range").orElse("");
            if (!told.startsWith(from))
                throw new IOException("'" + told + "' came where " + from + " was asked for");
            return written(response, there, most, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot go on with " + into.file(), e);
        }
    }

    private BodySubscriber<byte[]> written(
            ResponseInfo response, long there, long most, StandardOpenOption how) {
        response.headers()
                .firstValueAsLong("Content-Length")
                .ifPresent(more -> size.set(there + more));
        return BodySubscribers.limiting(
                BodySubscribers.mapping(
                        BodySubscribers.ofFile(into.file(), StandardOpenOption.WRITE, how),
                        _ -> new byte[0]),
                Math.max(0, Math.min(into.bytesMax(), most) - there));
    }

    private long there() throws IOException {
        return Files.exists(into.file()) ? Files.size(into.file()) : 0;
    }

    private Optional<String> tag() throws IOException {
        Path tag = into.tag();
        return Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
    }
}
