package io.tidemark.lab.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeckTest {
    @Test
    void the_newest_journal_is_found_beside_what_was_put_aside() {
        Stream<String> names =
                Stream.of(
                        "s.till-1.9",
                        "s.till-1.10",
                        "s.till-1.10.damaged-1",
                        "s.till-1.11.quarantine",
                        "s.till-12.12");

        assertThat(Deck.newest(names, "s.till-1.")).contains("s.till-1.10");
        assertThat(Deck.newest(Stream.of("s.till-1.1.damaged-1"), "s.till-1.")).isEmpty();
    }
}
