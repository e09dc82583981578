package io.tidemark.cloud.ingest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestAttribute;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a sealed segment and answers with a signed receipt; sending the same one again is answered
 * alike.
 */
@Hidden
@Controller("/v1/archive")
final class ArchiveController {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveController.class);
    private static final String RETRY_SECONDS = "60";
    private static final String SHA_256 = "sha-256=";

    private final SealedArchive archive;
    private final Roster roster;

    ArchiveController(SealedArchive archive, Roster roster) {
        this.archive = archive;
        this.roster = roster;
    }

    /**
     * More parameters than elsewhere: a route binds each part of its path to one.
     *
     * @param digest {@code sha-256=} and the base64 of the content's digest (RFC 3230)
     */
    @Put(
            value = "/{device}/{epoch}/{segment}",
            consumes = "application/octet-stream",
            produces = JournalController.CBOR)
    HttpResponse<?> keep(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway,
            String device,
            int epoch,
            String segment,
            @Header("Digest") String digest,
            @Body InputStream content) {
        JournalId origin;
        Hash announced;
        try {
            origin =
                    new JournalId(
                            new NodeName(
                                    gateway.name().organisation(), gateway.name().store(), device),
                            epoch);
            announced = announced(digest);
        } catch (IllegalArgumentException e) {
            return refused(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        if (roster.member(origin.node()).isEmpty())
            return refused(HttpStatus.NOT_FOUND, origin.node() + " is not in the roster");
        if (!ArchiveReceipt.isSegmentName(segment))
            return refused(HttpStatus.BAD_REQUEST, "not the name of a segment: '" + segment + "'");
        return keep(origin, segment, announced, content);
    }

    private HttpResponse<?> keep(
            JournalId origin, String segment, Hash announced, InputStream content) {
        try {
            return switch (archive.keep(origin, segment, announced, content)) {
                case SealedArchive.Outcome.Kept(ArchiveReceipt receipt) ->
                        HttpResponse.ok(receipt.toBytes());
                case SealedArchive.Outcome.Different(Hash ours, Hash theirs) ->
                        refused(
                                HttpStatus.CONFLICT,
                                origin
                                        + " "
                                        + segment
                                        + " is kept with content "
                                        + ours.hex()
                                        + "; this one is "
                                        + theirs.hex());
                case SealedArchive.Outcome.Damaged(Hash told, Hash arrived) ->
                        refused(
                                HttpStatus.BAD_REQUEST,
                                "announced " + told.hex() + ", arrived " + arrived.hex());
                case SealedArchive.Outcome.TooLarge _ ->
                        refused(
                                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                                "a segment has at most "
                                        + SealedArchive.SEGMENT_BYTES_MAX
                                        + " bytes");
            };
        } catch (IOException e) {
            LOG.error(
                    "cannot keep {} of {}: {}; free some room, the gateway will send it again",
                    segment,
                    origin,
                    e.toString());
            return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    private static Hash announced(String digest) {
        if (!digest.toLowerCase(Locale.ROOT).startsWith(SHA_256))
            throw new IllegalArgumentException("the header Digest must be " + SHA_256 + "<base64>");
        return Hash.of(Base64.getDecoder().decode(digest.substring(SHA_256.length())));
    }

    private static HttpResponse<?> refused(HttpStatus status, String why) {
        return HttpResponse.status(status).contentType("text/plain").body(why);
    }
}
