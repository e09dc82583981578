package io.tidemark.cloud.ingest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestAttribute;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.forks.ForkReports;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.node.forks.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A gateway tells which of its devices' journals forked: all that stand, each time. */
@Hidden
@Controller("/v1/forks")
final class ForkController {
    /** Of one report; a store with more forks than fit reports the first of them. */
    private static final int REPORT_BYTES_MAX = 8 << 20;

    private final ForkReports reports;

    ForkController(ForkReports reports) {
        this.reports = reports;
    }

    @Put(consumes = JournalController.CBOR, produces = JournalController.CBOR)
    HttpResponse<?> report(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway, @Body InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(REPORT_BYTES_MAX + 1);
        if (bytes.length > REPORT_BYTES_MAX)
            return HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
        try {
            reports.replace(gateway.name().store(), parsed(bytes, gateway));
            return HttpResponse.noContent();
        } catch (Malformed e) {
            return HttpResponse.badRequest().contentType("text/plain").body(e.getMessage());
        }
    }

    private static List<Evidence> parsed(byte[] bytes, Roster.Member gateway) {
        CborReader reader = new CborReader(bytes);
        List<Evidence> evidence =
                reader.list(
                        ForkReports.FORKS_MAX,
                        () -> Evidence.parse(reader.bytes(Evidence.ENCODED_BYTES_MAX)));
        reader.end();
        for (Evidence each : evidence)
            if (!isOf(gateway, each))
                throw new Malformed(gateway.name() + " may not report a fork of " + each.journal());
        return evidence;
    }

    private static boolean isOf(Roster.Member gateway, Evidence evidence) {
        return evidence.journal().node().organisation().equals(gateway.name().organisation())
                && evidence.journal().node().store().equals(gateway.name().store());
    }
}
