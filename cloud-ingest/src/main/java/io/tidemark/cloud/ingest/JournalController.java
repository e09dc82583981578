package io.tidemark.cloud.ingest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The protocol's two messages over HTTP. The status is for whoever watches; the body is what
 * counts.
 */
@Hidden
@Controller(
        value = "/v1/journal",
        consumes = JournalController.CBOR,
        produces = JournalController.CBOR)
final class JournalController {
    static final String CBOR = "application/cbor";

    /** Messages in memory at a time: at 5 MiB each, 320 MiB. */
    private static final int MESSAGES_MAX = 64;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Intake intake;
    private final Semaphore room = new Semaphore(MESSAGES_MAX);

    JournalController(Intake intake) {
        this.intake = intake;
    }

    @Post("/hello")
    HttpResponse<byte[]> hello(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway, @Body InputStream body)
            throws IOException {
        return receive(body, Limits.TEXT_MAX, bytes -> intake.hello(gateway, bytes));
    }

    @Post("/batch")
    HttpResponse<byte[]> batch(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway, @Body InputStream body)
            throws IOException {
        return receive(body, Limits.BATCH_BYTES_MAX, bytes -> intake.batch(gateway, bytes));
    }

    static MutableHttpResponse<byte[]> response(Answer answer) {
        MutableHttpResponse<byte[]> response =
                switch (answer) {
                    case Answer.Marked _, Answer.Gap _, Answer.Wanted _ ->
                            HttpResponse.ok(); // after a gap the sender resumes at the mark
                    case Answer.Forked _ -> HttpResponse.status(HttpStatus.CONFLICT);
                    case Answer.NotNow(Duration after) ->
                            HttpResponse.<byte[]>status(HttpStatus.TOO_MANY_REQUESTS)
                                    .header(
                                            HttpHeaders.RETRY_AFTER,
                                            Long.toString(wholeSeconds(after)));
                    case Answer.Refused refused -> HttpResponse.status(status(refused.reason()));
                };
        return response.contentType(CBOR).body(answer.toBytes());
    }

    private interface Receiving {
        Answer receive(byte[] bytes);
    }

    private HttpResponse<byte[]> receive(InputStream body, int bytesMax, Receiving receiving)
            throws IOException {
        if (!room.tryAcquire()) return response(new Answer.NotNow(RETRY_AFTER));
        try {
            return read(body, bytesMax, receiving);
        } finally {
            room.release();
        }
    }

    private static HttpResponse<byte[]> read(InputStream body, int bytesMax, Receiving receiving)
            throws IOException {
        byte[] bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax)
            return response(
                    new Answer.Refused(
                            Answer.Reason.TOO_LARGE,
                            "more than " + bytesMax + " bytes; send smaller batches"));
        return response(receiving.receive(bytes));
    }

    private static HttpStatus status(Answer.Reason reason) {
        return switch (reason) {
            case WRONG_SENDER -> HttpStatus.FORBIDDEN;
            case TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
            case QUARANTINED -> HttpStatus.CONFLICT;
            case MALFORMED, FORGED, UNKNOWN_EPOCH -> HttpStatus.BAD_REQUEST;
        };
    }

    /** RFC 9110 §10.2.3 knows whole seconds only. */
    private static long wholeSeconds(Duration after) {
        return after.plusMillis(999).toSeconds();
    }
}
