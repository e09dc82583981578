package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.exchange.Position;
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
    List<ExchangePosition> after(StoreHistory history, Totals totals) {
        SortedMap<String, ExchangePosition> before = new TreeMap<>();
        for (ExchangePosition one : last(history)) before.put(one.currency().code(), one);
        SortedMap<String, ExchangeTotal> moved = new TreeMap<>();
        for (ExchangeTotal one : totals.exchange()) {
            moved.put(one.currency().code(), one);
            before.computeIfAbsent(
                    one.currency().code(), _ -> ExchangePosition.none(one.currency(), base));
        }
        List<ExchangePosition> after = new ArrayList<>();
        before.forEach((code, was) -> {
            ExchangeTotal of = moved.get(code);
            if (of != null || !was.after().isNone()) after.add(next(was, of));
        });
        return after;
    }

    private ExchangePosition next(ExchangePosition was, @Nullable ExchangeTotal of) {
        Position position = was.after();
        Money realised = Money.zero(base);
        if (of != null) {
            Position.Moved bought = position.bought(of.bought(), of.paid());
            Position.Moved sold = bought.after().sold(of.sold(), of.received());
            position = sold.after();
            realised = bought.realised().plus(sold.realised());
        }
        CloseDown.Quoted now = quoted.get(was.currency());
        ExchangeRate mid = now == null ? null : now.mid();
        return new ExchangePosition(
                was.after(),
                position,
                realised,
                mid == null ? was.mid() : mid,
                was.valued(),
                now == null ? Money.zero(was.currency()) : now.limit());
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
