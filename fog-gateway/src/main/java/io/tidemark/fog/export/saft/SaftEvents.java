package io.tidemark.fog.export.saft;

import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Period;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.SaleCompleted;
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
import io.tidemark.ledger.event.Unknown;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened at a workstation, as {@code event}, with a report for every till Z. Where no till Z
 * covers the last entries, an X report says what they come to.
 */
final class SaftEvents implements DayVisitor {
    private static final int TEXT_MAX = 9999;

    /** Events that are told of a transaction by its id. */
    private static final Set<SaftCode> TRANSACTIONS =
            EnumSet.of(SaftCode.SALES_RECEIPT, SaftCode.RETURN_RECEIPT, SaftCode.TRAINING_RECEIPT);

    private final Survey survey;
    private final Register register;
    private final Xml xml;
    private final SaftFigures figures;
    private final SaftReport report;
    private @Nullable DayEntry last;

    /** What an entry is told as. */
    private record Told(SaftCode code, String text) {}

    SaftEvents(Survey survey, Register register, BasicCodes codes, Xml xml) {
        this.survey = survey;
        this.register = register;
        this.xml = xml;
        this.figures = new SaftFigures(survey, register);
        this.report = new SaftReport(survey, register, codes, xml);
    }

    void write() {
        register.show(this);
        DayEntry end = last;
        List<Period> periods = survey.periods(register);
        boolean isOpen = !periods.isEmpty() && !periods.getLast().byTill();
        if (end != null && isOpen && register.sells()) report(end, SaftReport.Kind.X);
    }

    @Override
    public void entry(DayEntry entry) {
        last = entry;
        figures.add(entry);
        if (entry.event() instanceof TillDayClosed && register.sells())
            report(entry, SaftReport.Kind.Z);
        else event(entry, told(entry));
    }

    private void event(DayEntry entry, Told told) {
        String id = SaftTransactions.id(entry);
        xml.in(
                "event",
                () -> {
                    head(entry, id, told.code());
                    if (!told.text().isEmpty()) xml.text("eventText", told.text(), TEXT_MAX);
                });
    }

    private void head(DayEntry entry, String id, SaftCode code) {
        xml.text("eventID", id, BasicCodes.ID_MAX);
        xml.plain("eventType", code.code());
        if (TRANSACTIONS.contains(code)) xml.text("transID", id, BasicCodes.ID_MAX);
        String operator = entry.header().operator();
        if (!operator.isEmpty())
            xml.text("empID", SaftMasters.employee(operator), BasicCodes.ID_MAX);
        xml.plain("eventDate", entry.header().at().toLocalDate());
        xml.plain("eventTime", SaftMasters.time(entry.header().at()));
    }

    private void report(DayEntry entry, SaftReport.Kind kind) {
        long number = survey.period(register, entry).zNumber();
        SaftReport.Asked asked = new SaftReport.Asked(kind, number, entry);
        xml.in(
                "event",
                () -> {
                    switch (kind) {
                        case Z -> head(entry, SaftTransactions.id(entry), SaftCode.Z_REPORT);
                        case X -> head(entry, "X-" + number, SaftCode.X_REPORT);
                    }
                    xml.text("eventText", text(asked), TEXT_MAX);
                    report.write(asked, figures);
                });
        figures.begin();
    }

    private String text(SaftReport.Asked asked) {
        return switch (asked.kind()) {
            case Z -> "Till Z " + asked.number();
            case X -> "No till Z ends these entries: " + survey.day().status();
        };
    }

    /** No default branch, on purpose: a new event must not compile until it has a code. */
    private Told told(DayEntry entry) {
        return switch (entry.event()) {
            case SaleCompleted _ -> new Told(SaftCode.SALES_RECEIPT, "");
            case GoodsReturned _ -> new Told(SaftCode.RETURN_RECEIPT, "");
            case PostVoided voided ->
                    new Told(
                            SaftCode.VOID_RECEIPT,
                            "Receipt " + voided.original().receipt() + " post-voided");
            case TrainingTransaction _ -> new Told(SaftCode.TRAINING_RECEIPT, "");
            case ReceiptCopied(var receipt, int copy) ->
                    new Told(
                            SaftCode.COPY_RECEIPT,
                            "Copy " + copy + " of receipt " + receipt.receipt());
            case OperatorSession session -> session(session);
            case NoSale noSale -> new Told(SaftCode.DRAWER, noSale.reason());
            case BasketSuspended basket ->
                    new Told(SaftCode.SUSPENDED, basket.id() + ", " + basket.total());
            case BasketResumed basket -> new Told(SaftCode.RESUMED, basket.id());
            case BasketVoided basket ->
                    new Told(SaftCode.VOID_RECEIPT, "Basket given up, " + basket.total());
            case CashMovement movement -> movement(movement);
            case CurrencyExchanged exchanged ->
                    other("Exchanged " + exchanged.foreign() + " and " + exchanged.base());
            case ExchangeRefused refused ->
                    other(
                            "Refused to exchange "
                                    + refused.foreign()
                                    + ", by what is in the drawer");
            case TillCounted(var counted) -> counted(counted);
            case OverShortFound settled -> settled(settled);
            case CashConfirmed confirmed ->
                    other("Cash confirmed by " + confirmed.by() + ": " + confirmed.kind());
            case TillZCopied copied ->
                    new Told(
                            SaftCode.OTHER_REPORT,
                            "Copy " + copied.copy() + " of till Z " + copied.zNumber());
            case TillOpened _ -> other("Drawer in");
            case BusinessDayOpened _ -> other("Business day opened");
            case TillDayClosed _ -> other("A handheld's day ended");
            case MasterDataAdopted adopted ->
                    new Told(SaftCode.PRICE_CHANGE, "Master data " + adopted.version());
            case ShelfPriceChecked check -> new Told(SaftCode.PRICE_LOOK_UP, check.plu());
            case StockMoved moved -> other("Goods: " + moved.kind().name());
            case StockCounted _ -> other("Goods counted");
            case JournalContinued continued ->
                    other("Goes on from journal " + continued.predecessor().label());
            case StoreDayClosed _,
                    StoreDayFigures _,
                    StoreLogSigned _,
                    CloseDownAuthorised _,
                    EpochGranted _ ->
                    other("");
            case Unknown unknown -> other("Entry of type " + unknown.type());
        };
    }

    private static Told session(OperatorSession session) {
        return switch (session.kind()) {
            case SIGN_ON -> new Told(SaftCode.LOG_IN, "");
            case SIGN_OFF -> new Told(SaftCode.LOG_OUT, "");
            case LOCK -> other("Locked");
            case UNLOCK -> other("Unlocked");
            case TRAINING_ON -> new Told(SaftCode.TRAINING_ON, "");
            case TRAINING_OFF -> new Told(SaftCode.TRAINING_OFF, "");
        };
    }

    private static Told movement(CashMovement movement) {
        String text = movement.kind().name() + " " + movement.amount() + " " + movement.reason();
        return switch (movement.kind()) {
            case PICKUP, SAFE_DROP -> new Told(SaftCode.WITHDRAWAL, text);
            case FLOAT_PROVIDED, PAID_IN, PAID_OUT -> other(text);
        };
    }

    private static Told counted(List<CountedTender> counted) {
        return other(
                counted.stream()
                        .map(each -> each.type() + " " + each.amount())
                        .collect(Collectors.joining("; ", "Counted ", "")));
    }

    private static Told settled(OverShortFound settled) {
        String drawers =
                settled.drawers().stream()
                        .map(each -> each.type() + " over/short " + each.overShort())
                        .collect(Collectors.joining("; ", "Settled: ", ""));
        return other(drawers + (settled.reason().isEmpty() ? "" : "; " + settled.reason()));
    }

    private static Told other(String text) {
        return new Told(SaftCode.OTHER_EVENT, text);
    }
}
