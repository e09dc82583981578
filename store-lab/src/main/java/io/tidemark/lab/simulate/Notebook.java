package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Refusal;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.event.Unknown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What one cashier was told of this till's receipts and baskets, and so what the till must refuse:
 * goods that come back more often than they were sold, a receipt that is undone twice, a basket
 * that is taken up twice. A till whose disk was exchanged may know less; it is forgotten then.
 */
final class Notebook {
    private final World world;
    private final String here;
    private final List<Receipt> receipts = new ArrayList<>();
    private final GoodsBack back = new GoodsBack();
    private final List<String> parked = new ArrayList<>();
    private final List<String> takenUp = new ArrayList<>();
    private final Set<String> finished = new HashSet<>();
    private final Set<CommandId> told = new HashSet<>();
    private final Set<CommandId> given = new LinkedHashSet<>();
    private final Map<Long, Boolean> exchanges = new TreeMap<>();
    private final GiftCards cards = new GiftCards();
    private LocalDate day = LocalDate.MIN;
    private boolean isSomebodyOn;
    private boolean isPractising;
    private boolean hasForgotten;

    /** A receipt, and where it stands. */
    record Receipt(JournalId journal, long sequence, OriginalReceipt id, RetailTransaction given) {
        /**
         * @param number from 1
         */
        OriginalLine line(int number) {
            return new OriginalLine(id.store(), id.workstation(), id.day(), id.receipt(), number);
        }
    }

    /**
     * @param here the till's workstation
     */
    Notebook(World world, String here) {
        this.world = world;
        this.here = here;
    }

    /** From now on the till may not know what was written here. */
    void forget() {
        receipts.clear();
        back.forget();
        parked.clear();
        takenUp.clear();
        finished.clear();
        given.clear();
        exchanges.clear();
        cards.forget();
        hasForgotten = true;
    }

    /** Whether this answer is the first to that question. */
    boolean isNew(CommandId command) {
        return told.add(command);
    }

    List<Receipt> receipts() {
        return receipts;
    }

    /** Of the day that is open. */
    List<Receipt> receiptsOfDay() {
        return receipts.stream()
                .filter(receipt -> receipt.id().day().equals(day))
                .filter(receipt -> !(receipt.given() instanceof PostVoided))
                .toList();
    }

    /** Baskets that wait at this till. */
    List<String> parked() {
        return parked;
    }

    /** And those that were taken up and not finished. */
    List<String> takenUp() {
        return takenUp;
    }

    boolean isSomebodyOn() {
        return isSomebodyOn;
    }

    /** Whoever is signed on is in training mode. */
    boolean isPractising() {
        return isPractising;
    }

    /** Thousandths. */
    long returned(OriginalLine line) {
        return back.returned(line);
    }

    void told(JournalId journal, long sequence, Entry entry) {
        switch (entry.event()) {
            case OperatorSession session -> attended(session.kind());
            case BusinessDayOpened _ -> {
                day = entry.header().businessDay();
                exchanges.clear();
            }
            case RetailTransaction given -> gave(receipt(journal, sequence, entry, given));
            case BasketSuspended basket -> suspended(basket);
            case BasketResumed basket -> {
                parked.remove(basket.id());
                takenUp.add(basket.id());
            }
            case BasketVoided basket -> finished(basket.details());
            case CashMovement _ -> given.add(Objects.requireNonNull(entry.header().command()));
            case CashConfirmed confirmed -> given.remove(confirmed.movement());
            case CurrencyExchanged exchange -> exchanged(entry.header().receipt(), exchange);
            // Of no receipt and no basket.
            case TillOpened _,
                    NoSale _,
                    TillCounted _,
                    TillDayClosed _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    StoreDayFigures _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    TrainingTransaction _,
                    ReceiptCopied _,
                    ExchangeRefused _,
                    StockMoved _,
                    StockCounted _,
                    ShelfPriceChecked _,
                    OverShortFound _,
                    TillZCopied _,
                    CloseDownAuthorised _,
                    Unknown _ -> {}
        }
    }

    private void gave(Receipt receipt) {
        finished(receipt.given().details());
        back.told(receipt.given());
        cards.told(receipt.given());
        receipts.add(receipt);
        world.gave(receipt);
    }

    private void suspended(BasketSuspended basket) {
        finished(basket.details());
        parked.add(basket.id());
        world.parked(basket.id());
    }

    private void exchanged(long receipt, CurrencyExchanged exchange) {
        CurrencyExchanged.Undone undone = exchange.undone();
        if (undone == null) exchanges.putIfAbsent(receipt, false);
        else exchanges.put(undone.receipt().receipt(), true);
    }

    /** A movement of cash that nobody has confirmed, as far as this till's people were told. */
    Optional<CommandId> anyGiven(SplittableRandom random) {
        return given.isEmpty()
                ? Optional.empty()
                : given.stream().skip(random.nextInt(given.size())).findFirst();
    }

    /** The receipt of an exchange of the day, taken back or not. */
    Optional<Long> anyExchange(SplittableRandom random) {
        return exchanges.isEmpty()
                ? Optional.empty()
                : exchanges.keySet().stream().skip(random.nextInt(exchanges.size())).findFirst();
    }

    /** A gift card that this till sold. */
    Optional<String> anyCard(SplittableRandom random) {
        return cards.any(random);
    }

    /** Whether it was taken back, as far as is written here. */
    boolean isTakenBack(long exchange) {
        return exchanges.getOrDefault(exchange, false);
    }

    private void attended(OperatorSession.Kind kind) {
        switch (kind) {
            case SIGN_ON, SIGN_OFF -> {
                isSomebodyOn = kind == OperatorSession.Kind.SIGN_ON;
                isPractising = false;
            }
            case TRAINING_ON, TRAINING_OFF ->
                    isPractising = kind == OperatorSession.Kind.TRAINING_ON;
            case LOCK, UNLOCK -> {}
        }
    }

    private static Receipt receipt(
            JournalId journal, long sequence, Entry entry, RetailTransaction given) {
        OriginalReceipt id =
                new OriginalReceipt(
                        journal.node().store(),
                        entry.header().workstation(),
                        entry.header().businessDay(),
                        entry.header().receipt());
        return new Receipt(journal, sequence, id, given);
    }

    private void finished(TransactionDetails details) {
        String basket = details.basket();
        if (basket != null && takenUp.remove(basket)) finished.add(basket);
    }

    /**
     * Why the till must refuse this; empty where it must not, for anything that is written here.
     * What is left of another till's receipt only the gateway knows.
     */
    Optional<Refusal.Kind> refusal(Question question) {
        Receipt about = question.about();
        Ask ask = question.command().ask();
        if (ask instanceof Ask.Resume(var id, var _, String basket))
            return mayTakeUp(id, basket) ? Optional.empty() : Optional.of(Refusal.Kind.BASKET);
        boolean isPractice = isPractising && ask.operator().isEmpty();
        if (ask instanceof Ask.Sell sell && !isPractice && cards.exceeds(sell.basket()))
            return Optional.of(Refusal.Kind.GIFT_CARD);
        if (about == null || !about.id().workstation().equals(here)) return Optional.empty();
        boolean again =
                ask instanceof Ask.TakeBack asked ? back.exceeds(about, asked) : back.anyOf(about);
        if (again) return Optional.of(Refusal.Kind.RETURNED);
        return ask instanceof Ask.PostVoid && cards.isSpent(about.given())
                ? Optional.of(Refusal.Kind.GIFT_CARD)
                : Optional.empty();
    }

    private boolean mayTakeUp(CommandId command, String basket) {
        if (takenUp.contains(basket) || finished.contains(basket)) return false;
        return parked.contains(basket)
                || (hasForgotten && basket.startsWith(here + "-"))
                || world.oracle().enquired().isGiven(command);
    }
}
