package io.tidemark.edge.record;

import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    Decision decide() {
        try {
            return switch (command.ask()) {
                case Ask.OpenDay open -> openDay(open);
                case Ask.Sell(var _, var _, Basket basket) -> retail(basket, false);
                case Ask.TakeBack(var _, var _, Basket basket) -> retail(basket, true);
                case Ask.MoveCash(var _, var _, var movement) -> record(movement);
                case Ask.OpenDrawer(var _, var _, String reason) -> record(new NoSale(reason));
                case Ask.Count(var _, var _, var counted) -> record(new TillCounted(counted));
                case Ask.CloseDay _ -> closeDay();
            };
        } catch (IllegalArgumentException e) {
            return refused(Refusal.Kind.CONTENT, String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            return refused(
                    Refusal.Kind.CONTENT,
                    "an amount is beyond what can be recorded (63 bits of minor units)");
        }
    }

    private Decision openDay(Ask.OpenDay ask) {
        Optional<OpenDay> open = till.day();
        if (open.isPresent())
            return refused(
                    Refusal.Kind.DAY,
                    "business day "
                            + open.get().date()
                            + " is open already: sell, or close it before the next one");
        Workplace place = till.workplace();
        TillOpened opened = new TillOpened(ask.cashFloat());
        OpenDay fresh = new OpenDay(till.dayAt(now), till.head().sequence() + 1, place.currency());
        Optional<String> refusal = fresh.refusal(opened);
        if (refusal.isPresent()) return refused(Refusal.Kind.CONTENT, refusal.get());
        var day =
                new BusinessDayOpened(place.currency(), place.zone().getId(), place.cutOverHour());
        int shift = till.session().number() + 1;
        return new Decision.Append(
                List.of(entry(day, fresh.date(), shift, 0), entry(opened, fresh.date(), shift, 0)));
    }

    private Decision retail(Basket basket, boolean returning) {
        if (till.day().isEmpty()) return notOpen();
        Settlement settlement = Settlement.of(basket, command.lines(), till.workplace().currency());
        return switch (settlement) {
            case Settlement.Unpaid(Refusal refusal) -> new Decision.Refused(refusal);
            case Settlement.Paid(var currency, var lines, var tenders, var change) ->
                    record(
                            returning
                                    ? new GoodsReturned(currency, lines, tenders, change)
                                    : new SaleCompleted(currency, lines, tenders, change));
        };
    }

    private Decision closeDay() {
        if (till.day().isEmpty()) return notOpen();
        OpenDay day = till.day().get();
        return record(
                new TillDayClosed(
                        till.lastZ() + 1,
                        day.first(),
                        till.head().sequence(),
                        till.head().hash(),
                        day.totals(),
                        day.receipts()));
    }

    private Decision record(Event event) {
        if (till.day().isEmpty()) return notOpen();
        OpenDay day = till.day().get();
        Optional<String> refusal = day.refusal(event);
        if (refusal.isPresent()) return refused(Refusal.Kind.CONTENT, refusal.get());
        boolean receipt = event instanceof SaleCompleted || event instanceof GoodsReturned;
        return new Decision.Append(
                List.of(entry(event, day.date(), shift(), receipt ? till.lastReceipt() + 1 : 0)));
    }

    /** Another operator's first command begins the next shift. */
    private int shift() {
        Till.Session session = till.session();
        return session.operator().equals(command.ask().operator())
                ? session.number()
                : session.number() + 1;
    }

    private Entry entry(Event event, LocalDate day, int shift, long receipt) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        command.ask().id(),
                        AskDigest.of(command.ask()),
                        till.workplace().workstation(),
                        command.ask().operator(),
                        shift,
                        day,
                        till.workplace().timeAt(now),
                        receipt,
                        command.lines().isEmpty()
                                ? till.masterDataVersion()
                                : command.masterDataVersion(),
                        FIRST_KEY);
        return new Entry(header, event);
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
                "no business day is open at this till: open the day with its float first");
    }

    private static Decision refused(Refusal.Kind kind, String why) {
        return new Decision.Refused(new Refusal(kind, why));
    }
}
