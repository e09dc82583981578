package io.tidemark.cloud.ingest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestAttribute;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.receipts.ReceiptDesk;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.ledger.proof.ReceiptReply;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Questions about receipts go down to the store's gateway, and what it finds comes up. A gateway is
 * asked about nothing but its own store.
 */
@Hidden
@Controller("/v1/receipts")
final class ReceiptController {
    private final ReceiptDesk desk;

    ReceiptController(ReceiptDesk desk) {
        this.desk = desk;
    }

    /** A list of questions, when there are some; 204 where there are none in that time. */
    @Get(value = "/wanted", produces = JournalController.CBOR)
    CompletableFuture<HttpResponse<byte[]>> wanted(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway, @QueryValue int seconds) {
        return desk.wanted(gateway.name().store(), Duration.ofSeconds(seconds))
                .thenApply(questions ->
                        questions.isEmpty()
                                ? HttpResponse.noContent()
                                : HttpResponse.ok(ReceiptQuestion.toBytes(questions)));
    }

    /** 204 where someone waits for it, 410 where nobody does any more. */
    @Put(value = "/{id}", consumes = JournalController.CBOR, produces = JournalController.CBOR)
    HttpResponse<?> reply(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway,
            long id,
            @Body InputStream body)
            throws IOException {
        try {
            ReceiptReply reply = ReceiptReply.parse(body.readNBytes(ReceiptReply.BYTES_MAX + 1));
            if (reply.id() != id) return HttpResponse.badRequest();
            return HttpResponse.status(
                    desk.reply(gateway.name().store(), reply)
                            ? HttpStatus.NO_CONTENT
                            : HttpStatus.GONE);
        } catch (Malformed e) {
            return HttpResponse.badRequest()
                    .contentType("text/plain")
                    .body(String.valueOf(e.getMessage()));
        }
    }
}
