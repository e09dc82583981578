package io.tidemark.fog.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.SaidAtHand;
import io.tidemark.fog.telemetry.StandingConcerns.Now;
import io.tidemark.fog.watch.Sighting;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.telemetry.Concern;
import io.tidemark.node.telemetry.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingConcernsTest {
    private static final Instant START = Instant.parse("2026-11-20T18:00:00Z");
    private static final Concern BATTERY = new Concern(Concern.Kind.BATTERY, "battery at 12 %");
    private static final Concern LOWER = new Concern(Concern.Kind.BATTERY, "battery at 11 %");
    private static final Concern OLD = new Concern(Concern.Kind.MASTER_DATA, "it sells by v1");

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final StandingConcerns standing = new StandingConcerns();

    @Test
    void one_of_a_kind_stands_for_each_device_with_its_last_words_and_its_first_time() {
        assertThat(look(0, said("till-1", BATTERY), said("till-2"))).isTrue();
        assertThat(look(20, said("till-1", LOWER), said("till-2"))).isFalse();

        assertThat(standing.all())
                .containsExactly(new StandingConcerns.Standing("till-1", LOWER, START));
    }

    @Test
    void it_is_over_as_soon_as_the_device_no_longer_says_it() {
        look(0, said("till-1", BATTERY));

        assertThat(look(20, said("till-1"))).isTrue();

        assertThat(standing.all()).isEmpty();
    }

    @Test
    void a_new_version_that_comes_to_all_devices_within_a_minute_is_told_of_none() {
        assertThat(look(0, said("till-1", OLD), said("till-2", OLD))).isFalse();
        assertThat(look(20, said("till-1"), said("till-2", OLD))).isFalse();
        assertThat(standing.all()).isEmpty();

        assertThat(look(60, said("till-1"), said("till-2", OLD))).isTrue();

        assertThat(standing.all())
                .containsExactly(new StandingConcerns.Standing("till-2", OLD, START));
    }

    private boolean look(int seconds, FleetDevice... devices) {
        Instant now = START.plus(Duration.ofSeconds(seconds));
        return standing.look(List.of(devices), new Now(now, now));
    }

    private FleetDevice said(String device, Concern... concerns) {
        Roster.Member member = store.roster().member(store.device(device)).orElseThrow();
        return new FleetDevice(
                member,
                false,
                new Sighting(true, START, 1, 0, false),
                Optional.of(new Heard(device, START, SaidAtHand.well(1))),
                0,
                List.of(),
                List.of(concerns));
    }
}
