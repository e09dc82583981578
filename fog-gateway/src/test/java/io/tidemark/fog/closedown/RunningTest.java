package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.watch.Changes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long somebody has waited for a close-down, and how long it took. */
class RunningTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");

    @Test
    void from_the_wish_on_it_is_being_made_and_then_it_is_known_how_long_it_took() {
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, DAY)) {
            gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
            CompletableFuture<Outcome> closing = gateway.closing.close(gateway.wish(DAY));
            gateway.nanos.addAndGet(Duration.ofMillis(350).toNanos());

            assertThat(gateway.running.elapsed(DAY)).contains(Duration.ofMillis(350));
            gateway.stepped(closing);

            assertThat(gateway.running.elapsed(DAY)).isEmpty();
            assertThat(gateway.running.took(DAY, 0)).contains(Duration.ofMillis(350));
            assertThat(gateway.running.took(DAY, 1)).isEmpty();
        }
    }

    @Test
    void how_long_it_took_is_kept_for_those_who_ask_another_process() {
        Map<String, Duration> kept = new HashMap<>();
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, DAY)) {
            gateway.running.keptBy(keptIn(kept));
            gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
            CompletableFuture<Outcome> closing = gateway.closing.close(gateway.wish(DAY));
            gateway.nanos.addAndGet(Duration.ofMillis(350).toNanos());
            gateway.stepped(closing);
        }

        Running other = new Running(new Changes(), () -> 0);
        other.keptBy(keptIn(kept));

        assertThat(other.took(DAY, 0)).contains(Duration.ofMillis(350));
        assertThat(other.took(DAY, 1)).isEmpty();
    }

    private static Running.Kept keptIn(Map<String, Duration> kept) {
        return new Running.Kept() {
            @Override
            public void keep(String what, Duration took) {
                kept.put(what, took);
            }

            @Override
            public Optional<Duration> of(String what) {
                return Optional.ofNullable(kept.get(what));
            }
        };
    }

    @Test
    void what_was_not_closed_took_nothing_and_is_no_longer_being_made() {
        AtomicLong nanos = new AtomicLong();
        Running running = new Running(new Changes(), nanos::get);
        running.begins(DAY);
        nanos.set(5);

        running.ends(DAY, new Outcome.NoRoom(0, 1));

        assertThat(running.elapsed(DAY)).isEmpty();
        assertThat(running.took(DAY, 0)).isEmpty();
    }
}
