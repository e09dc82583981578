package io.tidemark.cloud.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.cloud.Days;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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
                        ClosedJournal.of("s001", 1, Days.closed(MONDAY, 1, 60_000, 1)),
                        ClosedJournal.of("s001", 2, Days.supplement(MONDAY, 1, 1, 1_000)));

        FiledDay day = ledger.daysOf("s001", MONDAY, MONDAY).getFirst();

        assertThat(day.closeDowns()).extracting(FiledCloseDown::supplement).containsExactly(0, 1);
        assertThat(ledger.alerts()).isEmpty();
    }

    @Test
    void a_day_is_never_put_together_from_two_zs_and_the_second_is_told() {
        H2Ledger ledger =
                following(
                        ClosedJournal.of(
                                "s001",
                                2,
                                Days.closed(MONDAY, 1, 70_000, 1),
                                Days.supplement(MONDAY, 1, 1, 1_000)),
                        ClosedJournal.of("s001", 1, Days.closed(MONDAY, 1, 60_000, 1)));

        FiledDay day = ledger.daysOf("s001", MONDAY, MONDAY).getFirst();

        assertThat(day.closeDowns()).extracting(FiledCloseDown::supplement).containsExactly(0);
        assertThat(day.closeDowns().getFirst().source().epoch()).isEqualTo(1);
        assertThat(ledger.alerts())
                .extracting(RaisedAlert::kind, RaisedAlert::epoch)
                .containsExactly(tuple("second-close-down", 2), tuple("second-close-down", 2));
    }

    @Test
    void what_an_old_disk_closed_is_kept_and_shown_and_the_day_is_what_was_closed_after_it() {
        StoreDayClosed accepted = Days.closed(MONDAY, 1, 60_000, 1);
        MemoryJournal first = ClosedJournal.of("s001", 1, accepted);
        MemoryJournal second = ClosedJournal.of("s001", 2);
        second.append(continued(first, Days.closed(MONDAY, 1, 40_000, 1)));
        second.append(entry(Days.closed(MONDAY, 1, 40_000, 1)));
        second.append(entry(Days.supplement(MONDAY, 1, 1, 5_000)));

        H2Ledger ledger = following(second, first);

        FiledDay day = ledger.daysOf("s001", MONDAY, MONDAY).getFirst();
        assertThat(day.closeDowns())
                .extracting(filed -> filed.source().epoch())
                .containsExactly(1, 2);
        assertThat(ledger.alerts())
                .extracting(RaisedAlert::kind)
                .containsExactly("branch-close-down");
    }

    private static EntryBytes continued(MemoryJournal first, StoreDayClosed branch) {
        Head shared = Head.genesis(first.id());
        EpochGrant grant =
                new EpochGrant(
                        first.id(),
                        first.forced(),
                        shared,
                        new JournalId(first.id().node(), 2),
                        "old disk put back",
                        "Ann",
                        Signature.of(new byte[Signature.BYTES]));
        JournalContinued from = JournalContinued.of(grant, 1, Carried.NOTHING);
        EntryHeader like = ClosedJournal.header(branch.day());
        EntryHeader header =
                new EntryHeader(
                        EventType.JOURNAL_CONTINUED.code(),
                        true,
                        null,
                        0,
                        like.workstation(),
                        like.operator(),
                        0,
                        like.businessDay(),
                        like.at(),
                        0,
                        1,
                        1);
        return EntryCodec.encode(new Entry(header, from));
    }

    private static EntryBytes entry(StoreDayClosed closed) {
        return EntryCodec.encode(new Entry(ClosedJournal.header(closed.day()), closed));
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
}
