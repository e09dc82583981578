package io.tidemark.fog.question;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayExchange;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.question.AverageCost;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ReturnedPart;
import io.tidemark.ledger.question.Subject;
import io.tidemark.ledger.stock.StockItem;
import io.tidemark.node.projection.Projection;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers by what the gateway has: its tables, and the journals they point into. */
public final class StoreAnswers implements Enquiries.Answering {
    /**
     * What a device has just sent is in the tables in a few milliseconds, but while a backlog comes
     * in; a person does not wait for that.
     */
    private static final Duration FOLLOW_MAX = Duration.ofMillis(500);

    private final Known known;
    private final StoreReceipts receipts;
    private final StoreBaskets baskets;
    private final GatewayReturns returns;
    private final GatewayCards cards;
    private final GatewayExchange exchange;

    /**
     * What questions are answered from.
     *
     * @param stock on hand of the article with this PLU; empty where nobody knows
     * @param history of the store's close-downs
     */
    public record Known(
            NodeName gateway,
            DeviceJournals journals,
            Projection projection,
            Function<String, Optional<Reply.Stock>> stock,
            Supplier<StoreHistory> history) {}

    /**
     * @param real what a till's claim to a basket runs out by
     * @param business what people are told by
     */
    public StoreAnswers(Known known, InstantSource real, InstantSource business) {
        this.known = known;
        this.returns = new GatewayReturns(known.projection());
        this.cards = new GatewayCards(known.projection());
        this.exchange = new GatewayExchange(known.projection());
        this.receipts = new StoreReceipts(known.gateway(), known.journals(), returns);
        this.baskets =
                new StoreBaskets(
                        new BasketsHere(
                                known.journals(), new GatewayBaskets(known.projection()), receipts),
                        real,
                        business);
    }

    @Override
    public Reply to(NodeName device, Subject subject) {
        // What a till gives back it gives back at once: behind a backlog it would undo the till's
        // own next claim.
        if (!(subject instanceof Subject.ReleaseBasket)) awaitFollowed();
        return switch (subject) {
            case Subject.FindReceipt(OriginalReceipt receipt) -> receipt(receipt);
            case Subject.SuspendedBaskets() -> baskets.open(device);
            case Subject.ClaimBasket(String basket) -> baskets.claim(basket, device);
            case Subject.ReleaseBasket(String basket) -> baskets.release(basket, device);
            case Subject.StockOnHand(String plu) ->
                    known.stock()
                            .apply(plu)
                            .<Reply>map(stock -> stock)
                            .orElseGet(Reply.NotKnown::new);
            case Subject.GiftCard(String number) -> card(number, device);
            case Subject.Exchanged asked -> exchanged(asked, device);
            case Subject.AverageCosts(List<String> plus) -> costs(plus);
            case Subject.Unknown(int number) ->
                    new Reply.NotAnswered(
                            "this gateway does not know questions of kind "
                                    + number
                                    + ": bring it to the device's version");
        };
    }

    private Reply receipt(OriginalReceipt receipt) {
        return switch (receipts.find(receipt)) {
            case StoreReceipts.Found.Whole(var device, var entry) ->
                    new Reply.ReceiptFound(device, entry, returned(receipt));
            case StoreReceipts.Found.Pruned(var on) -> new Reply.ReceiptPruned(on);
            case StoreReceipts.Found.Nowhere() -> new Reply.NotKnown();
        };
    }

    private Reply card(String number, NodeName device) {
        return new Reply.GiftCard(
                cards.moved(number, device.device(), true),
                cards.moved(number, device.device(), false));
    }

    /** As the last close-down left them; of goods that came since no cost is known yet. */
    private Reply costs(List<String> plus) {
        StoreHistory history = known.history().get();
        List<AverageCost> costs = new ArrayList<>();
        for (String plu : plus)
            for (Unit unit : Unit.values()) {
                StockItem item = new StockItem(plu, unit);
                history.stock()
                        .of(item)
                        .flatMap(found -> found.average(history.currency()))
                        .filter(average -> average.signum() >= 0)
                        .ifPresent(average ->
                                costs.add(new AverageCost(item, new UnitPrice(average))));
            }
        return new Reply.AverageCosts(costs);
    }

    private Reply exchanged(Subject.Exchanged asked, NodeName device) {
        return new Reply.Exchanged(
                exchanged(asked, device, true),
                exchanged(asked, device, false),
                held(asked.currency()));
    }

    private long exchanged(Subject.Exchanged asked, NodeName device, boolean here) {
        return exchange.exchanged(
                asked.customer(), asked.from(), asked.to(), device.device(), here);
    }

    /**
     * As the last close-down left it, and what was exchanged on days that none has closed. The last
     * may be a supplement to an older day: what later closed days exchanged is in it.
     */
    private long held(CurrencyCode currency) {
        StoreHistory history = known.history().get();
        Optional<LocalDate> last = history.lastDay();
        if (last.isEmpty()) return exchange.gainedSince(LocalDate.EPOCH, currency);
        long left =
                history.closed().getLast().exchange().stream()
                        .filter(position -> position.currency().equals(currency))
                        .mapToLong(position -> position.after().amount().minor())
                        .sum();
        return Math.addExact(left, exchange.gainedSince(last.get(), currency));
    }

    private List<ReturnedPart> returned(OriginalReceipt receipt) {
        return returns.of(receipt).stream()
                .limit(Reply.RETURNED_MAX)
                .map(each ->
                        new ReturnedPart(
                                each.original().line(),
                                each.workstation(),
                                each.day(),
                                each.receipt(),
                                each.quantity()))
                .toList();
    }

    private void awaitFollowed() {
        long until = System.nanoTime() + FOLLOW_MAX.toNanos();
        for (DeviceJournal journal : known.journals().all()) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (!left.isPositive()) return;
            known.projection().awaitApplied(journal.id(), journal.received().sequence(), left);
        }
    }
}
