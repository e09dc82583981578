package io.tidemark.ledger.seal;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreLogSigned;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFoldTest {
    private static final JournalId NEXT_LIFE = new JournalId(GATEWAY.node(), 2);

    private final LogFold fold = new LogFold(GATEWAY, true, GATEWAY_KEYS.verifier());
    private StoreHistory history = StoreHistory.none(GBP);
    private StoreLog log = StoreLog.EMPTY;
    private long sequence;

    @Test
    void a_log_that_only_grows_agrees_at_every_size() {
        for (int day = 0; day < 40; day++) {
            closes(day);
            signs(head());

            assertThat(fold.head()).contains(head());
        }
        assertThat(fold.faults()).isEmpty();
        assertThat(fold.size()).isEqualTo(40);
    }

    @Test
    void a_close_down_that_was_altered_since_is_noticed_at_the_next_head() {
        closes(0);
        signs(head());
        LogHead first = head();
        log = StoreLog.EMPTY.then(SealedShop.other(3));
        closes(1);

        signs(head());

        assertThat(fold.faults()).hasSize(1);
        assertThat(fold.faults().getFirst())
                .startsWith("entry 4 of s001.gateway.1: the log of 2 is signed with root ")
                .endsWith("it did not only grow");
        assertThat(fold.head()).contains(first);
    }

    @Test
    void one_that_was_left_out_or_not_sent_is_noticed() {
        closes(0);
        LogHead earlier = head();
        closes(1);

        signs(earlier);

        assertThat(fold.faults())
                .containsExactly(
                        "entry 3 of s001.gateway.1: the log is signed as having 1 close-downs and"
                                + " supplements, where 2 are here");
    }

    @Test
    void a_head_that_somebody_else_signed_is_noticed() {
        closes(0);

        signs(log.sign(GATEWAY.node(), TILL_KEYS.signer()));

        assertThat(fold.faults())
                .containsExactly(
                        "entry 2 of s001.gateway.1: the log's head is not signed with the gateway's"
                                + " key");
    }

    @Test
    void a_second_close_down_of_a_day_is_no_leaf() {
        closes(0);
        StoreDayClosed again = CloseDown.fold(DAY, StoreHistory.none(GBP), List.of(), 9).closed();

        takes(again);
        signs(head());

        assertThat(fold.faults()).isEmpty();
        assertThat(fold.size()).isEqualTo(1);
    }

    @Test
    void what_an_old_disk_closed_on_its_branch_is_no_leaf_and_the_next_life_goes_on() {
        closes(0);
        signs(head());
        fold.begins(NEXT_LIFE, true);
        sequence = 0;

        takes(branchOfTwo());
        takes(CloseDown.fold(DAY.plusDays(7), history, List.of(), 0).closed());
        takes(
                StoreLogSigned.of(
                        LogHead.sign(GATEWAY.node(), 9, head().root(), GATEWAY_KEYS.signer())));
        closes(1);
        signs(head());

        assertThat(fold.faults()).isEmpty();
        assertThat(fold.head()).contains(head());
        assertThat(fold.size()).isEqualTo(2);
    }

    @Test
    void of_a_gateway_that_was_replaced_what_it_says_counts_and_its_lost_key_does_not() {
        LogFold replaced = new LogFold(GATEWAY, false, TILL_KEYS.verifier());
        StoreDayClosed day = CloseDown.fold(DAY, history, List.of(), 0).closed();
        EntryBytes entry = TestShop.entry(day, 0);
        log = log.then(DayLeaf.of(day, entry).orElseThrow());

        replaced.entry(1, Hash.digest(new byte[1]), entry);
        replaced.entry(2, Hash.digest(new byte[1]), TestShop.entry(StoreLogSigned.of(head()), 0));

        assertThat(replaced.faults()).isEmpty();
        assertThat(replaced.head()).contains(head());
    }

    @Test
    void a_later_life_that_goes_on_is_told_with_who_allowed_it() {
        closes(0);
        signs(head());
        fold.begins(NEXT_LIFE, true);
        sequence = 0;

        takes(branchOfTwo());

        assertThat(fold.lives()).hasSize(1);
        assertThat(fold.lives().getFirst().beganAnew()).isFalse();
        assertThat(fold.lives().getFirst().inWords())
                .contains(NEXT_LIFE.label() + " goes on with the log of " + GATEWAY.label())
                .contains("as Grace allowed: an old disk was put back");
    }

    @Test
    void a_later_life_that_goes_on_from_none_is_told_with_what_it_left_behind() {
        closes(0);
        closes(1);
        fold.begins(NEXT_LIFE, true);
        sequence = 0;

        closes(2);

        assertThat(fold.lives()).hasSize(1);
        assertThat(fold.lives().getFirst().beganAnew()).isTrue();
        assertThat(fold.lives().getFirst().inWords())
                .contains("began another log: the 2 close-downs");
        assertThat(fold.size()).isEqualTo(1);
    }

    @Test
    void a_stores_first_gateway_is_no_later_life() {
        closes(0);

        assertThat(fold.lives()).isEmpty();
    }

    private static JournalContinued branchOfTwo() {
        EpochGrant grant =
                EpochGrant.sign(
                        new EpochGrant.Between(
                                GATEWAY,
                                new Head(9, Hash.digest(new byte[9])),
                                new Head(2, Hash.digest(new byte[2]))),
                        NEXT_LIFE,
                        new EpochGrant.Why("an old disk was put back", "Grace"),
                        GATEWAY_KEYS.signer());
        return new JournalContinued(grant, 3, 4, Carried.NOTHING);
    }

    private void closes(int day) {
        StoreDayClosed closed = CloseDown.fold(DAY.plusDays(day), history, List.of(), 0).closed();
        history = history.then(closed);
        log = log.then(DayLeaf.of(closed, TestShop.entry(closed, 0)).orElseThrow());
        takes(closed);
    }

    private void signs(LogHead signed) {
        takes(StoreLogSigned.of(signed));
    }

    private void takes(Event event) {
        fold.entry(++sequence, Hash.digest(new byte[1]), TestShop.entry(event, 0));
    }

    private LogHead head() {
        return log.sign(GATEWAY.node(), GATEWAY_KEYS.signer());
    }
}
