package io.tidemark.cloud.ingest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestAttribute;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.forks.GrantsOnRecord;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.node.forks.Grants;
import java.io.IOException;
import java.io.InputStream;

/**
 * Grants of new epochs: those that head office has for a store go down to its gateway, and those
 * that were signed with the store's recovery key while head office was away come up.
 */
@Hidden
@Controller("/v1/grants")
final class GrantController {
    private final Grants grants;
    private final GrantsOnRecord record;

    GrantController(Grants grants, GrantsOnRecord record) {
        this.grants = grants;
        this.record = record;
    }

    /** A list of the store's grants, each as bytes. */
    @Get(produces = JournalController.CBOR)
    byte[] all(@RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway) {
        return new CborWriter()
                .list(
                        grants.of(gateway.name().store()),
                        (grant, writer) -> writer.bytes(grant.toBytes()))
                .toBytes();
    }

    @Put(consumes = JournalController.CBOR, produces = JournalController.CBOR)
    HttpResponse<?> shown(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway, @Body InputStream body)
            throws IOException {
        try {
            EpochGrant grant = EpochGrant.parse(body.readNBytes(EpochGrant.BYTES_MAX + 1));
            if (!grant.successor().node().store().equals(gateway.name().store()))
                return refused(gateway.name() + " may not show a grant of another store");
            // A till may have gone on by a grant that was signed in the store meanwhile: it stands.
            if (grant.continued().node().equals(gateway.name())) grants.keep(grant);
            else grants.settle(grant);
            record.add(grant);
            return HttpResponse.noContent();
        } catch (Malformed e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static HttpResponse<?> refused(String why) {
        return HttpResponse.status(HttpStatus.BAD_REQUEST).contentType("text/plain").body(why);
    }
}
