package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.TillDay;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A till that lost its disk twice around one decision brings entries again. */
class RepeatsFoldTest {
    private static final JournalId SECOND = new JournalId(TILL.node(), 2);
    private static final JournalId THIRD = new JournalId(TILL.node(), 3);
    private static final EntryBytes OPENED = TestShop.entry(TestShop.dayOpened(), 0);
    private static final EntryBytes BROUGHT_BEFORE = sale(1, "4.00");
    private static final EntryBytes ONLY_HERE = sale(2, "0.50");
    private static final EntryBytes OLD_FIRST = continued(TILL, 2, SECOND, 1);

    /** The journal of the third epoch, whose branch begins with the second's own first entry. */
    private static final List<EntryBytes> THIRD_EPOCH =
            List.of(
                    continued(SECOND, 4, THIRD, 4),
                    OLD_FIRST,
                    OPENED,
                    BROUGHT_BEFORE,
                    ONLY_HERE,
                    sale(5, "0.07"));

    @Test
    void what_an_earlier_epoch_brought_is_found_wherever_it_stands() {
        assertThat(repeats().sequences()).containsExactlyInAnyOrder(3L, 4L);
    }

    @Test
    void what_a_branch_repeats_is_in_its_part_of_the_day_and_adds_nothing() {
        TillDay day = fold(repeats()).result();

        assertThat(day.totals().gross()).isEqualTo(gbp(50 + 7));
        assertThat(day.totals().transactions()).isEqualTo(2);
        assertThat(day.first()).isEqualTo(1);
        assertThat(day.last()).isEqualTo(THIRD_EPOCH.size());
    }

    @Test
    void a_branch_in_a_branch_does_not_change_what_the_journal_goes_on_from() {
        DeviceDayFold fold = fold(Repeats.NONE);

        assertThat(fold.predecessors()).containsExactly(SECOND);
        assertThat(fold.result().label()).isEqualTo("branch of till-1 epoch 2 from entry 1");
    }

    @Test
    void the_same_question_asked_again_on_the_disk_that_was_put_back_is_one_sale() {
        EntryBytes again = sale(1, "4.00");
        RepeatsFold fold = new RepeatsFold();
        fold.branch(2, again);
        fold.branch(3, sale(1, "9.99"));

        fold.earlier(BROUGHT_BEFORE);

        assertThat(fold.repeats().sequences())
                .as("an id used for another amount is another sale")
                .containsExactly(2L);
    }

    private static Repeats repeats() {
        RepeatsFold fold = new RepeatsFold();
        for (int i = 1; i < 5; i++) fold.branch(i + 1, THIRD_EPOCH.get(i));
        List.of(continued(TILL, 9, SECOND, 2), OPENED, BROUGHT_BEFORE, sale(3, "1.00"))
                .forEach(fold::earlier);
        return fold.repeats();
    }

    private static DeviceDayFold fold(Repeats repeats) {
        DeviceDayFold fold = new DeviceDayFold(THIRD, "W1", DAY, 0, GBP).repeating(repeats);
        long sequence = 0;
        for (EntryBytes entry : THIRD_EPOCH)
            fold.entry(++sequence, Hash.digest(new byte[] {(byte) sequence}), entry);
        return fold;
    }

    private static EntryBytes sale(long receipt, String price) {
        EntryBytes sale = TestShop.entry(TestShop.sale(line("P", 1, price)), receipt);
        assertThat(EntryCodec.header(sale).type()).isEqualTo(EventType.SALE_COMPLETED.code());
        return sale;
    }

    private static EntryBytes continued(JournalId old, long end, JournalId next, long branchEnd) {
        EpochGrant grant =
                EpochGrant.sign(
                        new EpochGrant.Between(
                                old, new Head(end, Hash.digest(new byte[] {1})), Head.genesis(old)),
                        next,
                        new EpochGrant.Why("why", "Grace"),
                        GATEWAY_KEYS.signer());
        return TestShop.continued(new JournalContinued(grant, 1, branchEnd, Carried.NOTHING), DAY);
    }
}
