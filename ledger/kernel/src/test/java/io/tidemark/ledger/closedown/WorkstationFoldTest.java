package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkstationFoldTest {
    private static final JournalId NEXT = new JournalId(TILL.node(), 2);
    private static final LocalDate TOMORROW = DAY.plusDays(1);

    static List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at <= life().size(); at++) places.add(at);
        return places;
    }

    @ParameterizedTest
    @MethodSource("places")
    void two_journals_one_after_the_other_are_as_good_as_one_unbroken(int brokenAt) {
        List<EntryBytes> life = life();
        Carried carried = fold(life.subList(0, brokenAt)).carried();

        WorkstationFold successor = new WorkstationFold();
        successor.accept(continued(brokenAt, carried));
        life.subList(brokenAt, life.size()).forEach(successor::accept);

        assertThat(successor.carried()).isEqualTo(fold(life).carried());
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_till_z_that_covers_two_journals_is_borne_out_by_both(int brokenAt) {
        List<EntryBytes> life = life();
        Carried carried = fold(life.subList(0, brokenAt)).carried();
        TestChain chain = new TestChain(NEXT, TILL_KEYS).append(continued(brokenAt, carried));
        life.subList(brokenAt, life.size()).forEach(chain::append);

        DeviceDayFold day = ChainFold.of(chain, DAY, StoreHistory.none(GBP));

        assertThat(day.problems()).isEmpty();
    }

    @Test
    void a_till_z_that_says_less_than_its_entries_and_what_was_carried_is_a_problem() {
        List<EntryBytes> life = life();
        Carried nothing = new Carried(null, DAY, 1, "Ada", 0, 0, null);
        Carried.Day half = new Carried.Day(DAY, Totals.none(GBP), ReceiptDigest.NONE, false, 0);
        Carried wrong = new Carried(half, DAY, 1, "Ada", 0, 0, null);

        assertThat(zProblems(wrong, life)).hasSize(1);
        assertThat(zProblems(nothing, life)).as("nothing was seen to compare with").isEmpty();
    }

    @Test
    void a_workstation_goes_on_with_its_numbers_its_session_and_its_float() {
        List<EntryBytes> morning = life().subList(0, 5);

        Carried carried = fold(morning).carried();

        assertThat(carried.lastReceipt()).isEqualTo(2);
        assertThat(carried.operator()).isEqualTo("Ada");
        assertThat(carried.lastDay()).isEqualTo(DAY);
        assertThat(carried.masterData()).isNotNull();
        Carried.Day day = openDay(carried);
        assertThat(day.totals().transactions()).isEqualTo(2);
        assertThat(day.totals().tenders().getFirst().provided()).isEqualTo(gbp(10_000));
        assertThat(day.receipts())
                .isEqualTo(ReceiptDigest.NONE.then(1, 1, gbp(800)).then(2, 1, gbp(-400)));
    }

    @Test
    void a_drawer_that_was_counted_stays_counted_until_something_moves() {
        List<EntryBytes> counted = life().subList(0, 9);

        assertThat(openDay(fold(counted).carried()).counted()).isTrue();
        assertThat(openDay(fold(life().subList(0, 8)).carried()).counted()).isFalse();
    }

    @Test
    void an_entry_that_cannot_be_read_is_passed_over() {
        WorkstationFold fold = fold(life().subList(0, 4));
        Carried before = fold.carried();

        fold.accept(new EntryBytes(life().get(3).header(), new byte[] {1}));

        assertThat(fold.carried()).isEqualTo(before);
    }

    private static List<DeviceDayFold.Problem> zProblems(Carried carried, List<EntryBytes> life) {
        TestChain chain = new TestChain(NEXT, TILL_KEYS).append(continued(4, carried));
        life.subList(4, life.size()).forEach(chain::append);
        return ChainFold.of(chain, DAY, StoreHistory.none(GBP)).problems();
    }

    private static Carried.Day openDay(Carried carried) {
        return Objects.requireNonNull(carried.day());
    }

    private static WorkstationFold fold(List<EntryBytes> entries) {
        WorkstationFold fold = new WorkstationFold();
        entries.forEach(fold::accept);
        return fold;
    }

    private static EntryBytes continued(int brokenAt, Carried carried) {
        Head end = new Head(brokenAt, Hash.digest(new byte[] {(byte) brokenAt}));
        EpochGrant grant =
                EpochGrant.sign(
                        EpochGrant.Between.ending(TILL, end),
                        NEXT,
                        new EpochGrant.Why("why", "Grace"),
                        GATEWAY_KEYS.signer());
        LocalDate day = carried.day() == null ? DAY : carried.day().date();
        return TestShop.continued(new JournalContinued(grant, 0, 0, carried), day);
    }

    /** Two days of a till, its second one open at the end. */
    private static List<EntryBytes> life() {
        List<EntryBytes> life = new ArrayList<>();
        List<Event> first =
                List.of(
                        TestShop.dayOpened(),
                        TestShop.opened(10_000),
                        TestShop.sale(line("P", 2, "4.00")),
                        TestShop.returned(line("P", -1, "4.00")),
                        new MasterDataAdopted(4, Hash.digest(new byte[4])),
                        new NoSale("change"),
                        new CashMovement(CashMovement.Kind.PICKUP, gbp(500), "safe"),
                        TestShop.sale(line("Q", 1, "1.00")),
                        new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(9_999)))));
        long receipt = 0;
        for (Event event : first)
            life.add(
                    TestShop.entry(event, event instanceof RetailTransaction ? ++receipt : 0, DAY));
        Carried.Day evening = openDay(fold(life).carried());
        life.add(
                TestShop.entry(
                        new TillDayClosed(
                                7,
                                1,
                                9,
                                Hash.digest(new byte[9]),
                                evening.totals(),
                                evening.receipts()),
                        0,
                        DAY));
        life.add(TestShop.entry(TestShop.dayOpened(), 0, TOMORROW));
        life.add(TestShop.entry(TestShop.opened(5_000), 0, TOMORROW));
        life.add(TestShop.entry(TestShop.sale(line("R", 3, "2.00")), 4, TOMORROW));
        return life;
    }
}
