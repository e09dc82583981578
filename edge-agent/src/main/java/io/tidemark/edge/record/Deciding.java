package io.tidemark.edge.record;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** One new command, being decided. */
final class Deciding {
    private static final int FIRST_KEY = 1;

    private final Till till;
    private final Command command;
    private final Instant now;

    Deciding(Till till, Command command, Instant now) {
        this.till = till;
        this.command = command;
        this.now = now;
    }

    /** Whose entry it is. */
    record By(String operator, int shift) {}

    Decision decide() {
        try {
            return command.ask() instanceof Ask.Attend(var _, var _, var kind)
                    ? attended(new Attending(till.shifts(), command).decide(kind))
                    : worked(Worker.of(till.shifts().present(), command));
        } catch (NotAllowed e) {
            return new Decision.Refused(e.refusal());
        } catch (IllegalArgumentException e) {
            return refused(Refusal.Kind.CONTENT, String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            return refused(
                    Refusal.Kind.CONTENT,
                    "an amount is beyond what can be recorded (63 bits of minor units)");
        }
    }

    /** Of the day that is open, or of the one that would be opened. */
    private Decision attended(List<Attending.Step> steps) {
        LocalDate day = till.day().map(OpenDay::date).orElseGet(() -> till.dayAt(now));
        return new Decision.Append(
                steps.stream()
                        .map(step ->
                                entry(
                                        step.session(),
                                        new By(step.operator(), step.shift()),
                                        day,
                                        0))
                        .toList());
    }

    private Decision worked(Worker worker) {
        By by = new By(worker.number(), till.shifts().of(worker.number()));
        Approving approving = new Approving(command, worker);
        Retail retail = new Retail(command, approving, till);
        if (worker.training()) return training(retail, by);
        return switch (command.ask()) {
            case Ask.OpenDay open -> openDay(open, by);
            case Ask.Sell sell -> record(by, () -> retail.sale(sell.basket()));
            case Ask.TakeBack back -> record(by, () -> retail.returned(back.basket()));
            case Ask.VoidBasket given -> record(by, () -> retail.givenUp(given.basket()));
            case Ask.CopyReceipt _ -> record(by, this::copied);
            case Ask.Suspend suspend ->
                    record(by, () -> new Parking(command, till).suspended(suspend.basket()));
            case Ask.Resume resume ->
                    record(by, () -> new Parking(command, till).resumed(resume.suspended()));
            case Ask.PostVoid undo ->
                    record(by, () -> new Undoing(command, till).postVoid(undo, approving));
            case Ask.MoveCash move ->
                    cash(by).moved(
                                    () ->
                                            approving.moving(
                                                    move.movement(), till.workplace().currency()),
                                    move.confirming());
            case Ask.ConfirmCash confirm -> cash(by).confirmed(confirm);
            case Ask.Settle settle -> cash(by).settled(settle);
            case Ask.CopyZ _ -> record(by, this::copiedZ);
            case Ask.Exchange exchange ->
                    exchanged(
                            by, () -> new Exchanging(command, till, approving).exchanged(exchange));
            case Ask.UndoExchange undo ->
                    exchanged(by, () -> new Exchanging(command, till, approving).undone(undo));
            case Ask.OpenDrawer open -> record(by, () -> approving.opening(open.reason()));
            case Ask.Count count -> cash(by).counted(count);
            case Ask.CloseDay _ -> closeDay(by);
            case Ask.MoveStock _, Ask.CountStock _, Ask.CheckShelfPrice _ ->
                    new DecidingGoods(this, till, now).decide(command, by);
            case Ask.Attend _ -> throw new IllegalStateException("decided by Attending");
        };
    }

    private Decision training(Retail retail, By by) {
        return switch (command.ask()) {
            case Ask.Sell sell -> record(by, () -> retail.training(sell.basket()));
            case Ask.TakeBack back -> record(by, () -> retail.training(back.basket()));
            case Ask.OpenDay _,
                    Ask.VoidBasket _,
                    Ask.CopyReceipt _,
                    Ask.CopyZ _,
                    Ask.ConfirmCash _,
                    Ask.Settle _,
                    Ask.Suspend _,
                    Ask.Resume _,
                    Ask.PostVoid _,
                    Ask.MoveCash _,
                    Ask.OpenDrawer _,
                    Ask.Exchange _,
                    Ask.UndoExchange _,
                    Ask.Count _,
                    Ask.CloseDay _,
                    Ask.MoveStock _,
                    Ask.CountStock _,
                    Ask.CheckShelfPrice _,
                    Ask.Attend _ ->
                    refused(
                            Refusal.Kind.TRAINING,
                            "this till is in training mode, in which only sales and returns are"
                                    + " practised: switch it off first");
        };
    }

    private Decision exchanged(By by, Supplier<Event> made) {
        try {
            return record(by, made);
        } catch (NotAllowed e) {
            Event asked = e.asked().orElseThrow(() -> e);
            return new Decision.RefusedOnRecord(e.refusal(), onRecord(asked, by));
        }
    }

    private Entry onRecord(Event event, By by) {
        return new Entry(header(event, by, till.day().orElseThrow().date(), 0, false), event);
    }

    /** Another operator's day begins with another shift; one who has signed on is in theirs. */
    private Decision openDay(Ask.OpenDay ask, By by) {
        Optional<OpenDay> open = till.day();
        if (open.isPresent())
            return refused(
                    Refusal.Kind.DAY,
                    "business day "
                            + open.get().date()
                            + " is open already: sell, or close it before the next one");
        Workplace place = till.workplace();
        TillOpened opened =
                new TillOpened(
                        ask.cashFloat(),
                        ask.cashFloat().stream().anyMatch(amount -> !amount.isZero()));
        OpenDay fresh = new OpenDay(till.dayAt(now), till.head().sequence() + 1, place.currency());
        Optional<String> refusal = fresh.refusal(opened);
        if (refusal.isPresent()) return refused(Refusal.Kind.CONTENT, refusal.get());
        var day =
                new BusinessDayOpened(place.currency(), place.zone().getId(), place.cutOverHour());
        By opening =
                till.shifts().present().isPresent()
                        ? by
                        : new By(by.operator(), till.shifts().number() + 1);
        Decision both =
                new Decision.Append(
                        List.of(
                                entry(day, opening, fresh.date(), 0),
                                entry(opened, opening, fresh.date(), 0)));
        return cash(opening).and(both, ask.confirming());
    }

    private DecidingCash cash(By by) {
        return new DecidingCash(this, till, command, by);
    }

    private Event copiedZ() {
        Command.PrintedZ z = Objects.requireNonNull(command.printedZ());
        return new TillZCopied(z.zNumber(), z.day(), till.copies().next(z));
    }

    private Event copied() {
        Command.Printed printed = Objects.requireNonNull(command.printed());
        return new ReceiptCopied(printed.receipt(), till.copies().next(printed));
    }

    /** Whoever is signed on is signed off by it, within the day that it ends. */
    private Decision closeDay(By by) {
        if (till.day().isEmpty()) return notOpen();
        OpenDay day = till.day().get();
        cash(by).requireSettled(day);
        List<Entry> entries = new ArrayList<>();
        Head last = till.head();
        if (till.shifts().present().isPresent()) {
            Entry signOff = signOff(till.shifts().present().get(), day.date());
            entries.add(signOff);
            last = last.then(EntryCodec.encode(signOff));
        }
        entries.add(entry(closing(day, last), by, day.date(), 0));
        return new Decision.Append(entries);
    }

    private Entry signOff(Presence here, LocalDate day) {
        Attending.Step step = Attending.Step.of(OperatorSession.Kind.SIGN_OFF, here);
        return entry(step.session(), new By(step.operator(), step.shift()), day, 0);
    }

    TillDayClosed closing(OpenDay day, Head last) {
        return new TillDayClosed(
                till.lastZ() + 1,
                day.first(),
                last.sequence(),
                last.hash(),
                day.totals(),
                day.receipts(),
                till.onTheWay().all());
    }

    Decision record(By by, Supplier<Event> made) {
        if (till.day().isEmpty()) return notOpen();
        OpenDay day = till.day().get();
        Event event = made.get();
        Optional<String> refusal = day.refusal(event);
        if (refusal.isPresent()) return refused(Refusal.Kind.CONTENT, refusal.get());
        boolean receipt = event instanceof RetailTransaction || event instanceof CurrencyExchanged;
        return new Decision.Append(
                List.of(entry(event, by, day.date(), receipt ? till.lastReceipt() + 1 : 0)));
    }

    Entry entry(Event event, By by, LocalDate day, long receipt) {
        return new Entry(header(event, by, day, receipt, true), event);
    }

    /**
     * @param answers whether it is what the command is answered with when it is asked again
     */
    private EntryHeader header(Event event, By by, LocalDate day, long receipt, boolean answers) {
        EventType type = EventType.of(event).orElseThrow();
        return new EntryHeader(
                type.code(),
                type.critical(),
                answers ? command.ask().id() : null,
                answers ? AskDigest.of(command.ask()) : 0,
                till.workplace().workstation(),
                by.operator(),
                by.shift(),
                day,
                till.workplace().timeAt(now),
                receipt,
                command.isLookedUp() ? command.masterDataVersion() : till.masterDataVersion(),
                FIRST_KEY);
    }

    /** When and under what a node records by itself. */
    record Context(LocalDate day, long masterDataVersion, Instant now) {}

    /** What a node records without anybody's command: no id, no operator, no shift. */
    static Entry byItself(Till till, Event event, Context context) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        till.workplace().workstation(),
                        "",
                        0,
                        context.day(),
                        till.workplace().timeAt(context.now()),
                        0,
                        context.masterDataVersion(),
                        FIRST_KEY);
        return new Entry(header, event);
    }

    private Decision notOpen() {
        return refused(
                Refusal.Kind.DAY,
                switch (till.workplace().kind()) {
                    case TILL ->
                            "no business day is open at this till: open the day with its float first";
                    case HANDHELD ->
                            "nothing has been recorded since the last day ended: there is no day to end";
                });
    }

    static Decision refused(Refusal.Kind kind, String why) {
        return new Decision.Refused(new Refusal(kind, why));
    }
}
