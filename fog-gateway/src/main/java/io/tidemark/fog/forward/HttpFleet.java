package io.tidemark.fog.forward;

import io.tidemark.fog.telemetry.FleetLink;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.FleetReport;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Tells head office of the fleet over HTTP/2. */
public final class HttpFleet implements FleetLink {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private final HttpLink link;
    private final Attempts attempts = new Attempts("telemetry");

    public HttpFleet(HttpLink link) {
        this.link = link;
    }

    @Override
    public ClockTold tell(FleetReport report) throws HeadOfficeAway {
        HttpRequest request =
                link.request("/v1/telemetry")
                        .header("Content-Type", HttpLink.CBOR)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(report.toBytes()))
                        .build();
        HttpLink.Reply reply = link.send(attempts, ANSWER_MAX, request, ClockTold.BYTES_MAX);
        if (reply.status() != 200) throw HttpLink.unexpected(request, reply);
        return HttpLink.read(() -> ClockTold.parse(reply.body()));
    }
}
