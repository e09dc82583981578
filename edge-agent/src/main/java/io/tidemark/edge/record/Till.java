package io.tidemark.edge.record;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.TillZCopied;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A till as its journal tells it, entry by entry. Only whoever has the writer's turn uses it.
 *
 * <p>A journal that goes on from another one says so first, and where the workstation stood: the
 * till starts there.
 */
public final class Till {
    private final Workplace workplace;
    private final RecordedCommands commands;
    private final RepeatedBranch branch;
    private final WorkstationDays days = new WorkstationDays();
    private final Shifts shifts = new Shifts();
    private final CopiesMade copies = new CopiesMade();
    private final ReturnedSoFar returned;
    private final ParkedBaskets baskets;
    private final TransfersTakenIn transfers;
    private final CashOnTheWay onTheWay;
    private final CardsHere cards;
    private final Exchanges exchanges;
    private Head head;
    private long lastReceipt;
    private @Nullable MasterDataAdopted masterData;

    public Till(Workplace workplace) {
        this(workplace, RecordedCommands.REMEMBERED_MAX);
    }

    Till(Workplace workplace, int commandsRemembered) {
        this(
                workplace,
                new Kept(
                        new RecordedCommands(commandsRemembered),
                        new ReturnedSoFar(),
                        new ParkedBaskets(),
                        new TransfersTakenIn(),
                        new CashOnTheWay(),
                        new CardsHere(),
                        new Exchanges()),
                false);
    }

    /** What goes on over epochs: a next journal does not say it again. */
    private record Kept(
            RecordedCommands commands,
            ReturnedSoFar returned,
            ParkedBaskets baskets,
            TransfersTakenIn transfers,
            CashOnTheWay onTheWay,
            CardsHere cards,
            Exchanges exchanges) {}

    private Till(Workplace workplace, Kept kept, boolean isSuccessor) {
        this.workplace = workplace;
        this.commands = kept.commands();
        this.returned = kept.returned();
        this.baskets = kept.baskets();
        this.transfers = kept.transfers();
        this.onTheWay = kept.onTheWay();
        this.cards = kept.cards();
        this.exchanges = kept.exchanges();
        this.branch = new RepeatedBranch(isSuccessor);
        this.head = Head.genesis(workplace.journal());
    }

    /**
     * This till in its next journal, of which it knows nothing yet but what it was asked before.
     * This one is not to be used any more.
     */
    public Till successor(Workplace next) {
        return new Till(
                next,
                new Kept(commands, returned, baskets, transfers, onTheWay, cards, exchanges),
                true);
    }

    /** Takes in the next entry of the journal, whether read from it or just appended. */
    public void apply(Head after, Entry entry) {
        EntryHeader header = entry.header();
        next(after, header);
        if (entry.event() instanceof JournalContinued from) start(from);
        lastReceipt = Math.max(lastReceipt, header.receipt());
        attended(header, entry.event());
        if (!branch.isKnown(after.sequence())) goods(header, entry.event());
        days.apply(header, entry.event(), after.sequence());
        if (entry.event() instanceof MasterDataAdopted adopted) masterData = adopted;
        if (entry.event() instanceof ReceiptCopied copied) copies.add(copied);
        if (entry.event() instanceof TillZCopied copied) copies.add(copied);
    }

    /** What waits at this till, and what came back to it or is on its way. */
    private void goods(EntryHeader header, Event event) {
        if (event instanceof RetailTransaction transaction) {
            returned.add(header, transaction);
            cards.add(transaction);
            baskets.finished(transaction.details());
        }
        if (event instanceof BasketVoided voided) baskets.finished(voided.details());
        if (event instanceof BasketSuspended suspended)
            baskets.suspended(workplace.journal(), head.sequence(), header, suspended);
        if (event instanceof BasketResumed resumed) baskets.resumed(header, resumed);
        if (event instanceof StockMoved moved) transfers.add(header, moved);
        onTheWay.add(header, event);
        if (event instanceof CurrencyExchanged exchange) exchanges.add(header, exchange);
    }

    /** Whoever signed on in a branch that was taken in is not at this till. */
    private void attended(EntryHeader header, Event event) {
        if (branch.has(head.sequence())) shifts.takenIn(header);
        else if (event instanceof OperatorSession session) shifts.apply(header, session);
        else shifts.worked(header);
    }

    /**
     * Takes in what is left of a receipt that was pruned. Its day is over, and the till Z that
     * follows has its sums: no number, no command and no basket of it is used again.
     */
    public void pruned(PrunedEntry left) {
        next(left.after(), left.header());
        lastReceipt = Math.max(lastReceipt, left.header().receipt());
        shifts.worked(left.header());
        baskets.pruned(left.header().businessDay());
    }

    private void next(Head after, EntryHeader header) {
        if (after.sequence() != head.sequence() + 1)
            throw new IllegalStateException(
                    "entry " + after.sequence() + " after entry " + head.sequence());
        head = after;
        if (!branch.isKnown(after.sequence()))
            commands.add(workplace.journal(), after.sequence(), header);
    }

    private void start(JournalContinued from) {
        branch.start(from, head.sequence());
        Carried carried = from.carried();
        days.start(carried, head.sequence());
        shifts.start(carried);
        lastReceipt = Math.max(lastReceipt, carried.lastReceipt());
        masterData = carried.masterData();
    }

    /** Decides against everything applied so far, forced or not. */
    public Decision decide(Command command, Instant now) {
        return recorded(command.ask())
                .or(() -> notHere(command.ask()))
                .orElseGet(() -> new Deciding(this, command, now).decide());
    }

    private Optional<Decision> notHere(Ask ask) {
        return workplace
                .kind()
                .refusal(ask)
                .map(why -> new Decision.Refused(new Refusal(Refusal.Kind.DEVICE, why)));
    }

    /** The amounts at which goods would be taken back; nothing is recorded. */
    Pricing.Result quote(Command command, Basket basket) {
        try {
            return new TakingBack(command, returned).goods(basket);
        } catch (NotAllowed e) {
            return new Pricing.Result.Unsaleable(e.refusal());
        }
    }

    /**
     * If the id of this was recorded before: the same again, or a conflict. What a power cut left
     * only the beginning of, nobody was told of: it is decided anew.
     */
    public Optional<Decision> recorded(Ask ask) {
        return commands.find(ask.id())
                .flatMap(before ->
                        before.digest() == AskDigest.of(ask)
                                ? repeated(ask, before)
                                : Optional.of(new Decision.Conflict(before)));
    }

    private static Optional<Decision> repeated(Ask ask, Recorded before) {
        return ask.isOnlyBegunBy(before.lastType())
                ? Optional.empty()
                : Optional.of(new Decision.Repeated(before));
    }

    /**
     * What to record when this version of the master data is there; nothing unless it is a later
     * one.
     */
    public Optional<Entry> adopt(MasterDataAdopted offered, Instant now) {
        return offered.version() > masterDataVersion()
                ? Optional.of(
                        Deciding.byItself(
                                this,
                                offered,
                                new Deciding.Context(
                                        day().map(OpenDay::date).orElseGet(() -> dayAt(now)),
                                        offered.version(),
                                        now)))
                : Optional.empty();
    }

    /**
     * The first entry of a journal that goes on from another one.
     *
     * @param otherwise its business day, where none is carried over open
     */
    public Entry continuing(JournalContinued from, LocalDate otherwise, Instant now) {
        Carried.Day open = from.carried().day();
        MasterDataAdopted adopted = from.carried().masterData();
        return Deciding.byItself(
                this,
                from,
                new Deciding.Context(
                        open == null ? otherwise : open.date(),
                        adopted == null ? 0 : adopted.version(),
                        now));
    }

    /** What this journal goes on from; empty where it does not. */
    public Optional<JournalContinued> begun() {
        return branch.begun();
    }

    public TillView view() {
        return TillView.of(this);
    }

    Workplace workplace() {
        return workplace;
    }

    Head head() {
        return head;
    }

    Optional<OpenDay> day() {
        return days.open();
    }

    /** Never earlier than the last, whatever the clock says. */
    public LocalDate dayAt(Instant now) {
        return days.next(workplace.businessDayAt(now));
    }

    Shifts shifts() {
        return shifts;
    }

    ReturnedSoFar returned() {
        return returned;
    }

    ParkedBaskets baskets() {
        return baskets;
    }

    CashOnTheWay onTheWay() {
        return onTheWay;
    }

    CardsHere cards() {
        return cards;
    }

    TransfersTakenIn transfers() {
        return transfers;
    }

    Exchanges exchanges() {
        return exchanges;
    }

    /** Where a receipt of the open day stands in this journal. */
    Optional<Long> receiptOfDay(long receipt) {
        return days.receipt(receipt);
    }

    CopiesMade copies() {
        return copies;
    }

    long lastReceipt() {
        return lastReceipt;
    }

    long lastZ() {
        return days.lastZ();
    }

    public long masterDataVersion() {
        return masterData == null ? 0 : masterData.version();
    }

    public Optional<MasterDataAdopted> masterData() {
        return Optional.ofNullable(masterData);
    }
}
