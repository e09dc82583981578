package io.tidemark.fog.telemetry;

import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.FleetReport;
import java.io.IOException;

/** Head office, as it is told of the fleet. */
@FunctionalInterface
public interface FleetLink {
    /**
     * @return what time it was there
     * @throws IOException if it did not hear
     */
    ClockTold tell(FleetReport report) throws IOException;
}
