package io.tidemark.fog.question;

import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What two tills did that should have been done once, because one of them was offline: goods that
 * came back more often than they were sold, baskets that were taken up twice, and gift cards that
 * were spent twice. Looked up when somebody asks, so it is the same in whatever order the tills'
 * entries came.
 */
public final class Doubles {
    private final String store;
    private final StoreReceipts receipts;
    private final GatewayReturns returns;
    private final GatewayBaskets baskets;
    private final GatewayCards cards;

    public Doubles(
            String store,
            StoreReceipts receipts,
            GatewayReturns returns,
            GatewayBaskets baskets,
            GatewayCards cards) {
        this.cards = cards;
        this.store = store;
        this.receipts = receipts;
        this.returns = returns;
        this.baskets = baskets;
    }

    /**
     * A line of which more came back than was sold, or that no receipt is known to have.
     *
     * @param description as on the returns' original; empty where that is not known
     * @param sold empty where the receipt is not here: it never was, has not come yet, or was
     *     pruned before the tables were built
     */
    public record ReturnedTwice(
            OriginalLine line,
            String description,
            Optional<Quantity> sold,
            Quantity returned,
            List<GatewayReturns.Return> returns) {}

    /** A basket that more than one till took up, and the receipts it became. */
    public record ResumedTwice(
            String basket,
            Optional<GatewayBaskets.Suspended> suspended,
            List<GatewayBaskets.Resumed> resumed,
            List<GatewayBaskets.Paid> paid) {}

    /** The latest receipts first. */
    public List<ReturnedTwice> returned() {
        return returns.suspects(store).stream().flatMap(this::wrongOf).toList();
    }

    public List<ResumedTwice> resumed() {
        return baskets.resumedTwice().stream()
                .map(basket ->
                        new ResumedTwice(
                                basket,
                                baskets.find(basket),
                                baskets.resumed(basket),
                                baskets.paid(basket)))
                .toList();
    }

    /**
     * A gift card of which more was spent than this store knows to have been on it.
     *
     * @param over minor units of the moves' currency
     */
    public record Overspent(String number, long over, List<GatewayCards.Move> moves) {}

    /** By the cards' numbers. */
    public List<Overspent> overspent() {
        Map<String, List<GatewayCards.Move>> byCard = new TreeMap<>();
        for (GatewayCards.Move move : cards.overspent())
            byCard.computeIfAbsent(move.number(), _ -> new ArrayList<>()).add(move);
        return byCard.entrySet().stream()
                .map(card -> new Overspent(card.getKey(), over(card.getValue()), card.getValue()))
                .toList();
    }

    private static long over(List<GatewayCards.Move> moves) {
        long over = 0;
        for (GatewayCards.Move move : moves)
            over = Math.addExact(over, Math.subtractExact(move.spent(), move.loaded()));
        return over;
    }

    /** What this store's receipts did to a gift card, the latest first. */
    public List<GatewayCards.Move> card(String number) {
        return cards.of(number);
    }

    /** Those that wait for a customer. */
    public List<GatewayBaskets.Suspended> waiting() {
        return baskets.open();
    }

    /** A receipt of the store, where it is here whole. */
    public Optional<Entry> receipt(OriginalReceipt receipt) {
        return receipts.find(receipt) instanceof StoreReceipts.Found.Whole(var _, var entry)
                ? Optional.of(EntryCodec.decode(entry))
                : Optional.empty();
    }

    /** By which its proof is asked for; empty where it is not here. */
    public Optional<String> id(OriginalReceipt receipt) {
        return receipts.id(receipt);
    }

    /** What came back of it. */
    public List<GatewayReturns.Return> returnsOf(OriginalReceipt receipt) {
        return returns.of(receipt);
    }

    private Stream<ReturnedTwice> wrongOf(OriginalReceipt receipt) {
        Map<Integer, GatewayReturns.Sold> sold = returns.sold(receipt).orElse(Map.of());
        Map<Integer, List<GatewayReturns.Return>> byLine = new TreeMap<>();
        for (GatewayReturns.Return each : returns.of(receipt))
            byLine.computeIfAbsent(each.original().line(), _ -> new ArrayList<>()).add(each);
        return byLine.values().stream().flatMap(all -> wrong(sold, all).stream());
    }

    /**
     * What is wrong about one line.
     *
     * @param sold the lines of its receipt by their numbers; none where that is not here
     * @param all that came back of it, at least one
     */
    public static Optional<ReturnedTwice> wrong(
            Map<Integer, GatewayReturns.Sold> sold, List<GatewayReturns.Return> all) {
        OriginalLine original = all.getFirst().original();
        Optional<GatewayReturns.Sold> line = Optional.ofNullable(sold.get(original.line()));
        long back =
                all.stream()
                        .mapToLong(each -> each.quantity().thousandths())
                        .reduce(0, Math::addExact);
        boolean wrong =
                line.map(known -> back > Math.max(0, known.quantity().thousandths()))
                        .orElse(back > 0 && all.stream().anyMatch(each -> !each.checked()));
        if (!wrong) return Optional.empty();
        return Optional.of(
                new ReturnedTwice(
                        original,
                        line.map(GatewayReturns.Sold::description).orElse(""),
                        line.map(GatewayReturns.Sold::quantity),
                        new Quantity(
                                BigDecimal.valueOf(back, Quantity.PLACES_MAX),
                                all.getFirst().quantity().unit()),
                        all));
    }
}
