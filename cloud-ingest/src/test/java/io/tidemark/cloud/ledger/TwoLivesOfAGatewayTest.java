package io.tidemark.cloud.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.cloud.Days;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose gateway was replaced: two journals that both say something of its days. */
class TwoLivesOfAGatewayTest {
    private static final LocalDate MONDAY = Days.MONDAY;

    @TempDir private Path directory;
    private final List<Projection> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Projection::close);
    }

    @Test
    void a_later_life_may_add_to_a_day_that_an_earlier_one_closed() {
        H2Ledger ledger =
                following(
                        life(1, Days.closed(MONDAY, 1, 60_000, 1)),
                        life(2, Days.supplement(MONDAY, 1, 1, 1_000)));

        FiledDay day = ledger.daysOf("s001", MONDAY, MONDAY).getFirst();

        assertThat(day.closeDowns()).extracting(FiledCloseDown::supplement).containsExactly(0, 1);
        assertThat(ledger.alerts()).isEmpty();
    }

    @Test
    void a_day_is_never_put_together_from_two_zs_and_the_second_is_told() {
        H2Ledger ledger =
                following(
                        life(
                                2,
                                Days.closed(MONDAY, 1, 70_000, 1),
                                Days.supplement(MONDAY, 1, 1, 1_000)),
                        life(1, Days.closed(MONDAY, 1, 60_000, 1)));

        FiledDay day = ledger.daysOf("s001", MONDAY, MONDAY).getFirst();

        assertThat(day.closeDowns()).extracting(FiledCloseDown::supplement).containsExactly(0);
        assertThat(day.closeDowns().getFirst().source().epoch()).isEqualTo(1);
        assertThat(ledger.alerts())
                .extracting(RaisedAlert::kind, RaisedAlert::epoch)
                .containsExactly(tuple("second-close-down", 2), tuple("second-close-down", 2));
    }

    private H2Ledger following(MemoryJournal... journals) {
        Projection projection =
                Projection.start(
                        new ProjectionPlace(directory, new byte[] {1, 2, 3, 4}),
                        new HeadOfficeSchema(),
                        List.of(journals));
        assertThat(projection.awaitReadable(Duration.ofSeconds(60))).isTrue();
        for (MemoryJournal journal : journals)
            assertThat(
                            projection.awaitApplied(
                                    journal.id(),
                                    journal.forced().sequence(),
                                    Duration.ofSeconds(60)))
                    .isTrue();
        opened.add(projection);
        return new H2Ledger(projection);
    }

    private static MemoryJournal life(int epoch, StoreDayClosed... closed) {
        MemoryJournal journal =
                new MemoryJournal(
                        new JournalId(new NodeName("lab.example", "s001", "gateway"), epoch));
        for (StoreDayClosed each : closed)
            journal.append(EntryCodec.encode(new Entry(header(each.day()), each)));
        return journal;
    }

    private static EntryHeader header(LocalDate day) {
        return new EntryHeader(
                EventType.STORE_DAY_CLOSED.code(),
                true,
                null,
                0,
                "gateway",
                "manager",
                0,
                day,
                OffsetDateTime.parse("2010-12-06T18:00:00Z"),
                0,
                1,
                1);
    }
}
