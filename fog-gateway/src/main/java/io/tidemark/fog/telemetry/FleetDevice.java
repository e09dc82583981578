package io.tidemark.fog.telemetry;

import io.tidemark.fog.watch.Sighting;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.telemetry.Concern;
import io.tidemark.node.telemetry.Heard;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one device, or of the gateway itself.
 *
 * @param isSelf whether it is this gateway
 * @param last what it said last, since the gateway started
 * @param lost how many it said that did not come, since it or the gateway started
 * @param recent what it said in the last minutes, oldest first
 */
public record FleetDevice(
        Roster.Member member,
        boolean isSelf,
        Sighting sighting,
        Optional<Heard> last,
        long lost,
        List<Heard> recent,
        List<Concern> concerns) {
    public FleetDevice {
        recent = List.copyOf(recent);
        concerns = List.copyOf(concerns);
    }

    public String label() {
        return member.name().device();
    }

    public boolean online() {
        return isSelf || sighting.online();
    }
}
