package io.tidemark.lab.simulate;

import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What entries add to the sums that are compared, by account: receipts and their totals, what
 * should be there of each tender in each currency, what was done out of the ordinary, and the goods
 * that went each way. A close-down adds what it says of its day.
 */
final class Posting {
    static final String RECEIPTS = "receipts";
    static final String GROSS = "gross";

    private static final List<String> TALLIES =
            List.of(
                    Tally.POST_VOID,
                    Tally.BASKET_VOID,
                    Tally.LINE_VOID,
                    Tally.SUSPENDED,
                    Tally.RESUMED,
                    Tally.DISCOUNT,
                    Tally.PRICE_OVERRIDE,
                    Tally.APPROVAL,
                    Tally.COPY,
                    Tally.TRAINING,
                    Tally.RETURN_UNCHECKED,
                    Tally.RETURN_WITHOUT_RECEIPT,
                    Tally.SIGN_ON,
                    Tally.SHELF_PRICE_WRONG,
                    Tally.CASH_GIVEN,
                    Tally.CASH_CONFIRMED,
                    Tally.CASH_CONFIRMED_LATER,
                    Tally.CASH_DIFFERS,
                    Tally.EXCHANGE_REFUSED,
                    Tally.GIFT_CARD_UNCHECKED);

    private static final List<String> ACCOUNTS = accounts();
    private static final Map<String, Integer> PLACES = places();

    static final Posting NOTHING = new Posting(new long[ACCOUNTS.size()]);

    private final long[] sums;

    private Posting(long[] sums) {
        this.sums = sums;
    }

    /** Counted by the simulator's own hand, not by what adds up a till's day. */
    static Posting of(Event event) {
        return EntryPosting.of(event);
    }

    /** As a close-down, or what a till carries over, has it. */
    static Posting of(Totals totals) {
        Sum sum = new Sum().add(RECEIPTS, totals.transactions());
        sum.add(GROSS, totals.gross().minor());
        totals.tenders()
                .forEach(account ->
                        sum.add(
                                tender(account.type(), account.expected().currency().code()),
                                account.expected().minor()));
        totals.tallies()
                .forEach(tally -> sum.tally(tally.kind(), tally.count(), tally.amount().minor()));
        totals.stock()
                .forEach(goods ->
                        sum.goods(
                                way(goods.flow(), goods.unit()),
                                goods.movements(),
                                goods.thousandths(),
                                goods.cost().minor()));
        totals.sales().stream()
                .filter(part -> !part.kind().isGoods())
                .forEach(part -> sum.kind(part.kind(), part.lines(), part.gross().minor()));
        totals.exchange().forEach(sum::exchanged);
        return sum.posting();
    }

    static String tender(TenderType type, String currency) {
        return type + "/" + currency;
    }

    static String way(StockFlow flow, Unit unit) {
        return flow + "/" + unit;
    }

    /** Adds up; for one thread. */
    static final class Sum {
        private final long[] sums = new long[ACCOUNTS.size()];

        Sum add(String account, long more) {
            Integer place = PLACES.get(account);
            if (place == null) throw new IllegalArgumentException("no account " + account);
            sums[place] = Math.addExact(sums[place], more);
            return this;
        }

        Sum tally(String kind, long count, long minor) {
            return add(kind + " count", count).add(kind + " amount", minor);
        }

        Sum kind(LineKind kind, long lines, long minor) {
            return add(kind + " lines", lines).add(kind + " gross", minor);
        }

        /**
         * @param what of an exchange, as close-downs tell it
         */
        Sum exchanged(String what, long more) {
            return add("exchange " + what, more);
        }

        private void exchanged(ExchangeTotal total) {
            exchanged("count", total.count());
            exchanged("bought", total.bought().minor()).exchanged("paid", total.paid().minor());
            exchanged("sold", total.sold().minor());
            exchanged("received", total.received().minor());
            exchanged("commission", total.commission().minor());
            exchanged("spread", total.spread().minor());
        }

        /**
         * @param way by flow and unit
         */
        Sum goods(String way, long movements, long thousandths, long cost) {
            return add(way + " movements", movements)
                    .add(way + " thousandths", thousandths)
                    .add(way + " cost", cost);
        }

        Posting posting() {
            return new Posting(sums);
        }
    }

    Posting plus(Posting other) {
        return other.equals(NOTHING) ? this : plus(other, 1);
    }

    Posting minus(Posting other) {
        return plus(other, -1);
    }

    private Posting plus(Posting other, int sign) {
        long[] both = sums.clone();
        for (int i = 0; i < both.length; i++)
            if (other.sums[i] != 0) both[i] = Math.addExact(both[i], sign * other.sums[i]);
        return new Posting(both);
    }

    /** By account; none of what is zero. */
    Map<String, Long> sums() {
        Map<String, Long> all = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) if (sums[i] != 0) all.put(ACCOUNTS.get(i), sums[i]);
        return all;
    }

    static Posting of(Map<String, Long> sums) {
        Sum sum = new Sum();
        sums.forEach(sum::add);
        return sum.posting();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Posting posting && Arrays.equals(sums, posting.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return sums().toString();
    }

    private static List<String> accounts() {
        List<String> all = new ArrayList<>(List.of(RECEIPTS, GROSS));
        for (TenderType type : List.of(TenderType.CASH, TenderType.CARD, TenderType.GIFT_CARD))
            for (String currency : World.CURRENCIES) all.add(tender(type, currency));
        for (String kind : TALLIES) all.addAll(List.of(kind + " count", kind + " amount"));
        for (LineKind kind : LineKind.values())
            if (!kind.isGoods()) all.addAll(List.of(kind + " lines", kind + " gross"));
        for (String what :
                List.of("count", "bought", "paid", "sold", "received", "commission", "spread"))
            all.add("exchange " + what);
        for (StockFlow flow : StockFlow.values())
            for (Unit unit : Unit.values())
                for (String of : List.of(" movements", " thousandths", " cost"))
                    all.add(way(flow, unit) + of);
        return List.copyOf(all);
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (String account : ACCOUNTS) places.put(account, places.size());
        return Map.copyOf(places);
    }
}
