package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.TillDayClosed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingFoldTest {
    private static final JournalId NEXT = new JournalId(TILL.node(), 2);
    private static final EntryBytes OPENED = TestShop.entry(TestShop.dayOpened(), 0);
    private static final EntryBytes FIRST = TestShop.entry(TestShop.sale(line("P", 1, "4.00")), 1);
    private static final EntryBytes SECOND = TestShop.entry(TestShop.sale(line("P", 1, "5.00")), 2);
    private static final EntryBytes BRANCH = TestShop.entry(TestShop.sale(line("P", 1, "7.00")), 2);

    @Test
    void what_was_accepted_beyond_the_fork_and_the_branch_are_both_in_the_open_day_once() {
        Carried carried = fold(2, OPENED, FIRST, SECOND).carried();

        WorkstationFold successor = new WorkstationFold();
        successor.accept(TestShop.continued(new JournalContinued(grant(3, 2), 3, 3, carried), DAY));
        successor.accept(BRANCH);

        Carried.Day day = Objects.requireNonNull(successor.carried().day());
        assertThat(day.totals().gross()).isEqualTo(gbp(400 + 500 + 700));
        assertThat(day.totals().transactions()).isEqualTo(3);
    }

    @Test
    void a_day_that_the_other_history_has_closed_stays_open_for_the_branch() {
        Carried.Day evening = Objects.requireNonNull(fold(2, OPENED, FIRST).carried().day());
        EntryBytes closed =
                TestShop.entry(
                        new TillDayClosed(
                                7,
                                1,
                                2,
                                Hash.digest(new byte[1]),
                                evening.totals(),
                                evening.receipts()),
                        0);

        Carried carried = fold(2, OPENED, FIRST, closed).carried();

        assertThat(carried.day()).isEqualTo(evening);
        assertThat(carried.lastZ()).isEqualTo(7);
    }

    @Test
    void an_image_from_before_the_day_and_what_was_accepted_of_it_are_one_day() {
        Carried carried = fold(0, OPENED, FIRST, SECOND).carried();

        WorkstationFold successor = new WorkstationFold();
        successor.accept(TestShop.continued(new JournalContinued(grant(3, 0), 1, 2, carried), DAY));
        successor.accept(OPENED);
        successor.accept(BRANCH);

        assertThat(carried.day()).isNull();
        Carried.Day day = Objects.requireNonNull(successor.carried().day());
        assertThat(day.totals().gross()).isEqualTo(gbp(400 + 500 + 700));
        assertThat(successor.carried().ahead()).isNull();
    }

    @Test
    void a_day_ahead_waits_until_the_workstation_opens_it_and_no_longer() {
        Carried.Day ahead = Objects.requireNonNull(fold(0, OPENED, FIRST).carried().ahead());
        EntryBytes dayBefore = TestShop.entry(TestShop.dayOpened(), 0, DAY.minusDays(1));
        EntryBytes dayAfter = TestShop.entry(TestShop.dayOpened(), 0, DAY.plusDays(1));
        Carried carried = fold(0, OPENED, FIRST).carried();
        WorkstationFold fold = new WorkstationFold();

        fold.accept(TestShop.continued(new JournalContinued(grant(3, 0), 1, 2, carried), DAY));
        fold.accept(dayBefore);
        assertThat(fold.carried().ahead()).isEqualTo(ahead);
        fold.accept(dayAfter);

        assertThat(fold.carried().ahead()).isNull();
        assertThat(Objects.requireNonNull(fold.carried().day()).totals().gross()).isEqualTo(gbp(0));
    }

    @Test
    void a_day_ahead_is_written_only_where_there_is_one() {
        Carried carried = fold(0, OPENED, FIRST).carried();
        byte[] bytes = carried.writeTo(new CborWriter()).toBytes();
        byte[] without = carried.withoutAhead().writeTo(new CborWriter()).toBytes();

        assertThat(Carried.readFrom(new CborReader(bytes))).isEqualTo(carried);
        assertThat(Carried.readFrom(new CborReader(without))).isEqualTo(carried.withoutAhead());
        assertThat(without).hasSizeLessThan(bytes.length);
    }

    @Test
    void a_branch_in_a_branch_takes_no_number_back() {
        Carried later = new Carried(null, DAY, 7, "Bob", 30, 5, null);
        Carried inner = new Carried(null, DAY, 2, "Ada", 12, 3, null);
        WorkstationFold fold = new WorkstationFold();

        fold.accept(TestShop.continued(new JournalContinued(grant(3, 0), 1, 2, later), DAY));
        fold.accept(TestShop.continued(new JournalContinued(grant(9, 4), 0, 0, inner), DAY));

        assertThat(fold.carried()).isEqualTo(later);
    }

    @Test
    void no_number_that_was_accepted_is_given_again() {
        StandingFold fold = fold(1, OPENED, FIRST, SECOND);

        assertThat(fold.atShared().lastReceipt()).isZero();
        assertThat(fold.carried().lastReceipt()).isEqualTo(2);
    }

    @Test
    void the_branch_is_taken_in_from_where_it_parts_and_once() {
        JournalContinued begun = JournalContinued.of(grant(9, 4), 6, Carried.NOTHING);

        assertThat(begun.nextOfBranch(1)).hasValue(5);
        assertThat(begun.nextOfBranch(2)).hasValue(6);
        assertThat(begun.nextOfBranch(3)).isEmpty();
        assertThat(JournalContinued.of(grant(9, 4), 4, Carried.NOTHING).nextOfBranch(1)).isEmpty();
    }

    @Test
    void a_grants_file_may_be_the_bare_grant() {
        Continuation bare = new Continuation(grant(3, 2), Optional.empty());
        Continuation whole = new Continuation(grant(3, 2), Optional.of(Carried.NOTHING));

        assertThat(Continuation.parseGrant(bare.grant().toBytes())).isEqualTo(bare);
        assertThat(Continuation.parseGrant(whole.toBytes())).isEqualTo(whole);
        assertThatThrownBy(() -> Continuation.parseGrant(new byte[] {1}))
                .isInstanceOf(Malformed.class);
    }

    private static StandingFold fold(long shared, EntryBytes... accepted) {
        StandingFold fold = new StandingFold(shared);
        long sequence = 0;
        for (EntryBytes entry : List.of(accepted)) fold.accept(++sequence, entry);
        return fold;
    }

    private static EpochGrant grant(long end, long shared) {
        return EpochGrant.sign(
                new EpochGrant.Between(TILL, head(end), head(shared)),
                NEXT,
                new EpochGrant.Why("why", "Grace"),
                GATEWAY_KEYS.signer());
    }

    private static Head head(long sequence) {
        return new Head(sequence, Hash.digest(new byte[] {(byte) sequence}));
    }
}
