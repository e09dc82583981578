package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseRates;
import io.tidemark.lab.shop.Deal;
import io.tidemark.lab.shop.HouseTables;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Effect;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The bureau de change at one till: customers bring two currencies and take some of them home, one
 * of them at a rate that a supervisor allows; who brings much shows a passport, and one exchange is
 * taken back. What each comes to is reckoned here, and the till must say the same.
 */
final class ExchangeDesk {
    private static final long NOTES_BROUGHT = 200;
    private static final long BROUGHT_MORE = 300;
    private static final long TAKEN = 100;
    private static final long TAKEN_AT_A_RATE = 50;
    private static final long TAKEN_BACK = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Words words;
    private final Hours hours;
    private final List<HouseRates.Rate> rates;
    private final List<Act> acts = new ArrayList<>();
    private long paidOut;

    /** At a share of the day. */
    interface Hours {
        LocalDateTime at(double share);
    }

    /** Nothing where the store handles its own currency alone. */
    ExchangeDesk(Words words, Hours hours, HouseRates rates) {
        this.words = words;
        this.hours = hours;
        this.rates = rates.all();
        if (this.rates.size() > 1) day(this.rates.getFirst(), this.rates.getLast());
    }

    List<Act> acts() {
        return acts;
    }

    /** What the drawer must have of the store's own cash before the first customer comes. */
    long needed() {
        return paidOut;
    }

    private void day(HouseRates.Rate one, HouseRates.Rate other) {
        say(exchange(0.28, Asked.of(true, other, NOTES_BROUGHT)));
        say(exchange(0.34, Asked.of(true, one, BROUGHT_MORE)));
        say(exchange(0.42, Asked.of(false, one, TAKEN)));
        say(exchange(0.46, new Asked(false, other, TAKEN_AT_A_RATE, other.taken(), true)));
        acts.add(new TakingBack(exchange(0.64, Asked.of(true, one, TAKEN_BACK))));
    }

    /**
     * @param units of the foreign currency
     * @param approved whether the rate is one that a supervisor must allow
     */
    private record Asked(
            boolean buying, HouseRates.Rate rate, long units, BigDecimal at, boolean approved) {
        static Asked of(boolean buying, HouseRates.Rate rate, long units) {
            return new Asked(buying, rate, units, buying ? rate.buy() : rate.sell(), false);
        }
    }

    private void say(Scripted step) {
        acts.add(Act.Saying.of(step));
    }

    private Scripted exchange(double share, Asked asked) {
        Deal deal = deal(asked);
        if (deal.buying()) paidOut += deal.customer();
        LocalDateTime at = hours.at(share);
        ObjectNode body =
                words.body(at)
                        .put("way", deal.buying() ? "BUY" : "SELL")
                        .put("currency", deal.foreign())
                        .put("minor", deal.minor())
                        .put("rate", asked.at().toPlainString())
                        .put("expectedMinor", deal.customer());
        long identified = HouseTables.IDENTIFIED_FROM * words.shop().rule().unitMinor();
        if (deal.base() >= identified)
            body.put("customer", "C-" + deal.foreign()).put("document", "PASSPORT");
        if (asked.approved()) Words.approved(body, "brings us a coach full of tourists");
        return words.step(Kind.EXCHANGE, at, "exchange", body)
                .with(
                        Effect.NONE
                                .with(asked.approved() ? Tallies.one(Tally.APPROVAL) : Tallies.NONE)
                                .of(deal));
    }

    private Deal deal(Asked asked) {
        BigDecimal units = BigDecimal.valueOf(asked.units());
        long base = inCoins(words.minorExactly(units, asked.at()));
        long commission =
                inCoins(
                        BigDecimal.valueOf(base)
                                .multiply(HouseRates.COMMISSION_PERCENT)
                                .divide(HUNDRED));
        long atMiddle = words.minor(units, asked.rate().mid());
        return new Deal(
                asked.buying(),
                asked.rate().foreign().currency(),
                units.movePointRight(asked.rate().foreign().digits()).longValueExact(),
                words.currency(),
                base,
                commission,
                asked.buying() ? atMiddle - base : base - atMiddle);
    }

    private long inCoins(BigDecimal minor) {
        BigDecimal coin = BigDecimal.valueOf(words.shop().rule().coin());
        return minor.divide(coin, 0, RoundingMode.HALF_UP).multiply(coin).longValueExact();
    }

    /** The customer thinks better of it. */
    private final class TakingBack implements Act {
        private final Scripted exchange;

        TakingBack(Scripted exchange) {
            this.exchange = exchange;
        }

        @Override
        public Instant at() {
            return exchange.at();
        }

        @Override
        public void perform(Cashier cashier) {
            long receipt = cashier.hear(exchange).path("receipt").asLong();
            LocalDateTime at = hours.at(0.64);
            Deal deal = exchange.effect().deal().orElseThrow();
            ObjectNode body = words.body(at).put("reason", "customer thought better of it");
            cashier.say(
                    words.step(
                                    Kind.EXCHANGE_UNDONE,
                                    at,
                                    "exchange/" + receipt + "/post-void",
                                    Words.approved(body, "notes counted"))
                            .with(
                                    Effect.NONE
                                            .with(
                                                    Tallies.of(Tally.POST_VOID, 1, deal.base())
                                                            .plus(Tallies.one(Tally.APPROVAL)))
                                            .of(deal)));
        }
    }
}
