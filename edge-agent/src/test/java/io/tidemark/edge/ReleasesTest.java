package io.tidemark.edge;

import static io.tidemark.edge.RunningTill.FIRST;
import static io.tidemark.edge.RunningTill.GATEWAY;
import static io.tidemark.edge.RunningTill.GATEWAY_KEY;
import static io.tidemark.edge.RunningTill.HEAD_OFFICE_KEY;
import static io.tidemark.edge.RunningTill.TILL_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.home.NodeHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a till believes that it need not keep something, and when it acts on it. */
class ReleasesTest {
    private static final LocalDate OLD = LocalDate.of(2010, 12, 1);
    private static final LocalDate NOW = OLD.plusDays(36);
    private static final JournalId BY = new JournalId(GATEWAY, 1);

    @TempDir private Path directory;
    private NodeHome home;
    private Journal journal;
    private Releases releases;

    @BeforeEach
    void twoDays() {
        RunningTill.writeSettings(directory);
        home = NodeHome.open(directory);
        journal =
                Journal.open(
                        new Whose(FIRST, JournalKey.of(new byte[32]), TILL_KEY.verifier()),
                        new FileStorage(directory.resolve("journal")),
                        EntryVisitor.NOBODY);
        for (LocalDate day : new LocalDate[] {OLD, NOW}) {
            journal.append(opened(day));
            journal.force(TILL_KEY.signer());
        }
        TillSite site = RunningTill.site(home);
        releases =
                new Releases(
                        site,
                        journal,
                        site.workplace(),
                        () -> NOW.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        journal.close();
        home.close();
    }

    @Test
    void what_the_gateway_released_and_marked_and_is_old_enough_may_go() {
        assertThat(releases.take(release(1, FIRST, GATEWAY_KEY))).isEmpty();

        assertThat(releases.next(() -> marked(2, false)).orElseThrow().what().segment().number())
                .isEqualTo(1);
    }

    @Test
    void nothing_goes_before_it_is_released_or_marked_or_while_the_journal_is_forked() {
        assertThat(releases.next(() -> marked(2, false))).as("not released").isEmpty();

        assertThat(releases.take(release(1, FIRST, GATEWAY_KEY))).isEmpty();

        assertThat(releases.next(() -> marked(0, false))).as("not marked").isEmpty();
        assertThat(releases.next(() -> marked(2, true))).as("forked").isEmpty();
    }

    @Test
    void what_an_earlier_connection_told_counts_no_more() {
        assertThat(releases.take(release(1, FIRST, GATEWAY_KEY))).isEmpty();

        releases.connected();

        assertThat(releases.next(() -> marked(2, false))).isEmpty();
        assertThat(releases.take(release(1, FIRST, GATEWAY_KEY))).isEmpty();
        assertThat(releases.next(() -> marked(2, false))).isPresent();
    }

    @Test
    void one_about_an_earlier_epoch_is_passed_over_and_the_journals_own_stands() {
        JournalId second = new JournalId(FIRST.node(), 2);
        try (Journal now =
                Journal.open(
                        new Whose(second, JournalKey.of(new byte[32]), TILL_KEY.verifier()),
                        new FileStorage(directory.resolve("second")),
                        EntryVisitor.NOBODY)) {
            for (LocalDate day : new LocalDate[] {OLD, NOW}) {
                now.append(opened(day));
                now.force(TILL_KEY.signer());
            }
            TillSite site = RunningTill.site(home);
            Releases ofSecond =
                    new Releases(
                            site,
                            now,
                            site.workplace(),
                            () -> NOW.atTime(12, 0).toInstant(ZoneOffset.UTC));
            Head first = new Head(1, now.hashAt(1));
            assertThat(ofSecond.take(release(second, first, GATEWAY_KEY))).isEmpty();

            assertThat(ofSecond.take(release(1, FIRST, GATEWAY_KEY))).isEmpty();

            Mark mark = Mark.sign(BY, second, new Head(2, now.hashAt(2)), GATEWAY_KEY.signer());
            SyncStatus marked =
                    new SyncStatus(true, "", Optional.of(mark), Optional.empty(), false);
            assertThat(ofSecond.next(() -> marked)).isPresent();
        }
    }

    @Test
    void
            a_release_that_is_not_the_gateways_or_about_another_history_is_refused_and_ends_the_one_before() {
        assertThat(releases.take(release(1, FIRST, GATEWAY_KEY))).isEmpty();

        assertThat(releases.take(release(1, FIRST, HEAD_OFFICE_KEY)).orElseThrow())
                .contains("gateway has not signed");
        assertThat(releases.next(() -> marked(2, false))).isEmpty();
        assertThat(releases.take(release(1, new JournalId(FIRST.node(), 2), GATEWAY_KEY)))
                .isPresent();
        Head other = new Head(1, Hash.digest(new byte[] {1}));
        assertThat(releases.take(release(FIRST, other, GATEWAY_KEY))).isPresent();
        Head beyond = new Head(9, Hash.digest(new byte[] {1}));
        assertThat(releases.take(release(FIRST, beyond, GATEWAY_KEY))).isPresent();
    }

    private Release release(long upTo, JournalId about, TestKey key) {
        return release(about, new Head(upTo, journal.hashAt(upTo)), key);
    }

    private static Release release(JournalId about, Head upTo, TestKey key) {
        return Release.sign(BY, about, new Release.Reach(upTo, NOW), key.signer());
    }

    private SyncStatus marked(long sequence, boolean quarantined) {
        Mark mark =
                Mark.sign(
                        BY,
                        FIRST,
                        new Head(sequence, journal.hashAt(sequence)),
                        GATEWAY_KEY.signer());
        return new SyncStatus(true, "", Optional.of(mark), Optional.empty(), quarantined);
    }

    private static EntryBytes opened(LocalDate day) {
        return TestEntries.entry(
                EventType.BUSINESS_DAY_OPENED,
                day,
                new BusinessDayOpened(RunningTill.GBP, "Europe/London", 4));
    }
}
