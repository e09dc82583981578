package io.tidemark.cloud.ingest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.http.server.types.files.SystemFile;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.journal.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Gives a gateway back what it has lost: entries of its own journals, and the sealed segments of
 * its store. A gateway is given nothing of another store.
 */
@Hidden
@Controller("/v1")
final class GivingBackController {
    private final StoreJournals journals;
    private final SealedArchive archive;

    GivingBackController(StoreJournals journals, SealedArchive archive) {
        this.journals = journals;
        this.archive = archive;
    }

    /** A batch of entries from this one on; 204 where there are no more, 404 of no such epoch. */
    @Get(value = "/journal/entries", produces = JournalController.CBOR)
    HttpResponse<byte[]> entries(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway,
            @QueryValue int epoch,
            @QueryValue long from) {
        if (epoch < 1 || from < 1) return HttpResponse.status(HttpStatus.BAD_REQUEST);
        Optional<Journal> journal = journals.kept(new JournalId(gateway.name(), epoch));
        if (journal.isEmpty()) return HttpResponse.notFound();
        if (from > journal.get().forced().sequence()) return HttpResponse.noContent();
        return HttpResponse.ok(
                journal.get().read(from, Limits.BATCH_BYTES_TARGET).toBatch().toBytes());
    }

    /** A list of [device, epoch, segment, bytes of its sealed form]. */
    @Get(value = "/archive", produces = JournalController.CBOR)
    byte[] archived(@RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway) {
        List<SealedArchive.Kept> kept = archive.contentsOf(gateway.name().store());
        CborWriter list = new CborWriter();
        list.list(
                kept,
                (segment, writer) ->
                        writer.array(4)
                                .text(segment.device())
                                .integer(segment.epoch())
                                .text(segment.segment())
                                .integer(segment.bytes()));
        return list.toBytes();
    }

    @Get(value = "/archive/{device}/{epoch}/{segment}", produces = MediaType.ALL)
    HttpResponse<?> segment(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway,
            String device,
            int epoch,
            String segment) {
        try {
            NodeName node =
                    new NodeName(gateway.name().organisation(), gateway.name().store(), device);
            Optional<Path> file = archive.file(new JournalId(node, epoch), segment);
            if (file.isEmpty()) return HttpResponse.notFound();
            return HttpResponse.ok(
                    new SystemFile(file.get().toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE));
        } catch (IllegalArgumentException e) {
            return HttpResponse.badRequest();
        }
    }
}
