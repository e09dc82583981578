package io.tidemark.cloud.ingest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.telemetry.StoreFleets;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.node.writer.NotNow;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/** A gateway tells how its store's devices are, and is told what time it is here. */
@Hidden
@Controller("/v1/telemetry")
final class TelemetryController {
    /** In memory at a time: at a megabyte each. */
    private static final int REPORTS_MAX = 16;

    private final StoreFleets fleets;
    private final Semaphore room = new Semaphore(REPORTS_MAX);

    TelemetryController(StoreFleets fleets) {
        this.fleets = fleets;
    }

    @Post(consumes = JournalController.CBOR, produces = JournalController.CBOR)
    HttpResponse<?> report(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway, @Body InputStream body)
            throws IOException {
        if (!room.tryAcquire()) return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS);
        try {
            return read(gateway, body);
        } finally {
            room.release();
        }
    }

    private HttpResponse<?> read(Roster.Member gateway, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(FleetReport.BYTES_MAX + 1);
        if (bytes.length > FleetReport.BYTES_MAX)
            return HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
        try {
            return HttpResponse.ok(fleets.heard(gateway.name(), bytes).toBytes());
        } catch (NotNow e) {
            return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS);
        } catch (Malformed e) {
            return HttpResponse.badRequest().contentType("text/plain").body(e.getMessage());
        }
    }
}
