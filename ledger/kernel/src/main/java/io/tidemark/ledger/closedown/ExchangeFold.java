package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A store's positions in foreign currencies, from one close-down to the next.
 *
 * <p>Of the day only sums are taken: what was bought first, then what was sold. So a day's average
 * cost is that of what was there and of all that was bought, in whatever order the tills of the
 * store bought and sold it; between tills there is no order that a clock would not decide.
 *
 * <p>Of a currency that the store exchanges all its cash counts, however it came: what is taken for
 * goods costs what it counted as there, what is paid into a drawer costs the middle rate of the
 * day, and what is paid out, or given back for goods, takes its average cost along. Floats, loans,
 * pickups and safe drops go between drawers and the safe: the store holds them all the while, but
 * for floats that say what they cost, which are new to it. Elsewhere foreign cash goes to the bank
 * with the rest, and nobody keeps a position.
 */
final class ExchangeFold {
    private final CurrencyCode base;
    private final Map<CurrencyCode, CloseDown.Quoted> quoted;

    /**
     * @param quoted by currency: the day's middle rate, by which a position is valued, and its
     *     limit
     */
    ExchangeFold(CurrencyCode base, Map<CurrencyCode, CloseDown.Quoted> quoted) {
        this.base = base;
        this.quoted = quoted;
    }

    /** Ascending by currency; what is gone and was not touched is not told any more. */
    List<ExchangePosition> after(StoreHistory history, StoreDayClosed plain) {
        Totals totals = plain.totals();
        boolean isLate = history.lastDay().filter(last -> last.isAfter(plain.day())).isPresent();
        SortedMap<String, ExchangePosition> before = new TreeMap<>();
        for (ExchangePosition one : last(history)) before.put(one.currency().code(), one);
        SortedMap<String, ExchangeTotal> moved = new TreeMap<>();
        for (ExchangeTotal one : totals.exchange()) {
            moved.put(one.currency().code(), one);
            begun(one.currency(), before);
        }
        SortedMap<String, TenderAccount> drawers = new TreeMap<>();
        for (TenderAccount account : totals.tenders())
            if (isJoining(account, before)) {
                drawers.put(account.currency().code(), account);
                begun(account.currency(), before);
            }
        List<ExchangePosition> after = new ArrayList<>();
        before.forEach((code, was) -> {
            ExchangeTotal of = moved.get(code);
            TenderAccount drawer = drawers.get(code);
            if (of != null || drawer != null || !was.after().isNone())
                after.add(next(was, isLate ? kept(was) : quoted.get(was.currency()), of, drawer));
        });
        return after;
    }

    private void begun(CurrencyCode foreign, Map<String, ExchangePosition> positions) {
        positions.computeIfAbsent(foreign.code(), _ -> ExchangePosition.none(foreign, base));
    }

    /** Cash of a currency that the store exchanges, which moved otherwise. */
    private boolean isJoining(TenderAccount account, Map<String, ExchangePosition> positions) {
        CurrencyCode currency = account.currency();
        return account.type().isCash()
                && !currency.equals(base)
                && (positions.containsKey(currency.code()) || quoted.containsKey(currency))
                && !(account.base().isZero()
                        && account.sales().isZero()
                        && account.paidIn().isZero()
                        && account.paidOut().isZero());
    }

    /**
     * What comes of a day when a later one is closed already changes what is held, not what a unit
     * of it is worth now: that the older day's rate would say nothing of.
     */
    private CloseDown.@Nullable Quoted kept(ExchangePosition was) {
        return was.mid() == null
                ? quoted.get(was.currency())
                : new CloseDown.Quoted(was.mid(), was.limit());
    }

    private ExchangePosition next(
            ExchangePosition was,
            CloseDown.@Nullable Quoted now,
            @Nullable ExchangeTotal of,
            @Nullable TenderAccount drawer) {
        ExchangeRate mid = now == null || now.mid() == null ? was.mid() : now.mid();
        PositionDay day = new PositionDay(was.after());
        if (of != null) day.exchanged(of);
        if (drawer != null) day.joined(drawer, mid);
        day.close();
        return new ExchangePosition(
                was.after(),
                day.position(),
                day.realised(),
                mid,
                was.valued(),
                now == null ? Money.zero(was.currency()) : now.limit(),
                day.joined());
    }

    private static List<ExchangePosition> last(StoreHistory history) {
        return history.closed().isEmpty() ? List.of() : history.closed().getLast().exchange();
    }

    /** What a close-down had of the master data. */
    static Map<CurrencyCode, CloseDown.Quoted> quoted(StoreDayClosed signed) {
        Map<CurrencyCode, CloseDown.Quoted> quoted = new HashMap<>();
        for (ExchangePosition one : signed.exchange())
            quoted.put(one.currency(), new CloseDown.Quoted(one.mid(), one.limit()));
        return quoted;
    }
}
