package io.tidemark.cloud.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cloud.Days;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.paper.Articles;
import io.tidemark.node.paper.StoreZPaper;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who allowed that a day was closed without devices, as head office knows it. */
class AuthorityTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate DAY = Days.MONDAY;

    private static final Articles NAMELESS = Articles.best(Articles.UNKNOWN);

    @TempDir private Path directory;

    @Test
    void it_stands_beside_the_close_down_that_it_allowed_and_no_other() {
        StoreDayClosed z = Days.closed(DAY, 1, 60_000, 1);
        StoreDayClosed supplement = Days.supplement(DAY, 1, 1, 1_000);
        MemoryJournal journal = ClosedJournal.of("s001", 1);
        journal.append(allowed(by("21", "its disk is broken")));
        journal.append(closed(z));
        journal.append(closed(supplement));

        try (Projection projection = following(journal)) {
            List<StoreZ> read = new H2Ledger(projection).storeZs("s001", DAY);

            assertThat(read.getFirst().allowed()).contains(by("21", "its disk is broken"));
            assertThat(read.getLast().allowed()).isEmpty();
        }
    }

    @Test
    void a_filed_close_down_is_printed_as_the_store_signed_it_and_a_supplement_as_one() {
        StoreDayClosed z = Days.closed(DAY, 1, 60_000, 1);
        MemoryJournal journal = ClosedJournal.of("s001", 1, z, Days.supplement(DAY, 1, 1, 1_000));

        try (Projection projection = following(journal)) {
            List<StoreZ> read = new H2Ledger(projection).storeZs("s001", DAY);
            StoreZPaper.Of of = new StoreZPaper.Of("lab.example", "Store 1", true);

            assertThat(read.getFirst().closed()).isEqualTo(z);
            assertThat(
                            StoreZPaper.of(of, read.getFirst().printed(List.of()), NAMELESS)
                                    .head()
                                    .title())
                    .isEqualTo("Store Z 1");
            assertThat(
                            StoreZPaper.of(of, read.getLast().printed(List.of()), NAMELESS)
                                    .head()
                                    .title())
                    .isEqualTo("Supplement 1 to store Z 1");
        }
    }

    @Test
    void of_two_for_one_close_down_the_first_counts() {
        MemoryJournal journal = ClosedJournal.of("s001", 1);
        journal.append(allowed(by("21", "lost")));
        journal.append(allowed(by("22", "stolen")));
        journal.append(closed(Days.closed(DAY, 1, 60_000, 1)));

        try (Projection projection = following(journal)) {
            assertThat(new H2Ledger(projection).storeZs("s001", DAY).getFirst().allowed())
                    .contains(by("21", "lost"));
        }
    }

    private static CloseDownAuthorised by(String supervisor, String reason) {
        return new CloseDownAuthorised(
                DAY, 0, List.of("till-1", "till-2"), supervisor, "Sue", "supervisor", reason);
    }

    private static EntryBytes closed(StoreDayClosed closed) {
        return EntryCodec.encode(new Entry(ClosedJournal.header(DAY), closed));
    }

    private static EntryBytes allowed(CloseDownAuthorised by) {
        EntryHeader like = ClosedJournal.header(DAY);
        return EntryCodec.encode(
                new Entry(
                        new EntryHeader(
                                EventType.CLOSE_DOWN_AUTHORISED.code(),
                                false,
                                null,
                                0,
                                like.workstation(),
                                like.operator(),
                                0,
                                DAY,
                                like.at(),
                                0,
                                1,
                                1),
                        by));
    }

    private Projection following(MemoryJournal journal) {
        Projection projection =
                Projection.start(
                        new ProjectionPlace(directory, new byte[] {1, 2, 3, 4}),
                        new HeadOfficeSchema(),
                        List.of(journal));
        assertThat(projection.awaitReadable(SOON)).isTrue();
        assertThat(projection.awaitApplied(journal.id(), journal.forced().sequence(), SOON))
                .isTrue();
        return projection;
    }
}
