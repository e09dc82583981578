package io.tidemark.edge.till;

import io.tidemark.edge.record.Presence;
import io.tidemark.edge.record.Reserve;
import io.tidemark.edge.record.TillView;
import io.tidemark.edge.record.Workplace;
import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.ForeignRate;
import io.tidemark.ledger.masterdata.Terms;
import io.tidemark.ledger.money.CashRounding;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.web.Amount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how the till is. */
final class StatusTold {
    private StatusTold() {}

    static StatusAnswers.Status of(TillDesk desk) {
        Workplace place = desk.workplace();
        NodeName node = place.journal().node();
        TillView view = desk.recorder().view();
        SyncStatus sync = desk.sync().get();
        return new StatusAnswers.Status(
                node.organisation(),
                node.store(),
                place.storeName(),
                node.device(),
                place.journal().epoch(),
                place.workstation(),
                place.kind().name(),
                Optional.ofNullable(view.businessDay()).map(Object::toString).orElse(null),
                view.businessDay() != null,
                view.counted(),
                desk.recorder().hasRoom(),
                view.shift(),
                view.operator(),
                desk.staff().isNamed(),
                present(view.present()),
                desk.settings().lockAfterSeconds(),
                currency(place.currency()),
                currencies(desk, view),
                CashTold.standing(desk),
                view.unconfirmed().size(),
                sync.online(),
                sync.connection(),
                sync.quarantined(),
                view.head().sequence() - sync.markedSequence(),
                Told.position(view.head()),
                sync.marked().map(mark -> Told.position(mark.head())).orElse(null),
                view.lastReceipt(),
                view.lastZ(),
                desk.catalogues().current().version(),
                taxes(desk),
                desk.receipts().status(),
                place.timeAt(desk.clock().instant()).truncatedTo(ChronoUnit.SECONDS).toString(),
                notice(desk, sync),
                terms(desk).cashRounding().map(StatusTold::coin).orElse(null),
                terms(desk).taxExcluded(),
                desk.catalogues().current().trade().rates().stream()
                        .map(StatusTold::foreign)
                        .toList());
    }

    private static StatusAnswers.SmallestCoin coin(CashRounding scheme) {
        return new StatusAnswers.SmallestCoin(Amount.of(scheme.smallest()), scheme.halfUp());
    }

    private static Terms terms(TillDesk desk) {
        return desk.catalogues().current().trade().termsIn(desk.workplace().currency());
    }

    private static StatusAnswers.ForeignCash foreign(ForeignRate rate) {
        return new StatusAnswers.ForeignCash(
                rate.foreign().code(),
                rate.foreign().digits(),
                rate.rate().value().toPlainString());
    }

    private static StatusAnswers.Currency currency(CurrencyCode currency) {
        return new StatusAnswers.Currency(currency.code(), currency.digits());
    }

    /** Those that are given by name, and what the day has had in its drawer in any other. */
    private static List<StatusAnswers.Currency> currencies(TillDesk desk, TillView view) {
        Totals totals = view.totals();
        Stream<CurrencyCode> drawer =
                totals == null
                        ? Stream.empty()
                        : totals.tenders().stream().map(TenderAccount::currency);
        return Stream.of(
                        Stream.of(desk.workplace().currency()),
                        desk.settings().currencies().stream(),
                        exchanged(desk),
                        drawer)
                .flatMap(each -> each)
                .distinct()
                .map(StatusTold::currency)
                .toList();
    }

    /** Those that head office has rates for, of whatever day. */
    private static Stream<CurrencyCode> exchanged(TillDesk desk) {
        return desk.catalogues().current().around().stream()
                .flatMap(data -> data.trade().exchange().terms().stream())
                .map(ExchangeTerms::foreign);
    }

    private static Answers.@Nullable Present present(@Nullable Presence here) {
        return here == null
                ? null
                : new Answers.Present(
                        here.operator(),
                        here.name(),
                        here.role(),
                        here.shift(),
                        here.locked(),
                        here.training());
    }

    private static List<StatusAnswers.TaxCategory> taxes(TillDesk desk) {
        return desk.catalogues().current().taxes().stream()
                .map(tax ->
                        new StatusAnswers.TaxCategory(
                                tax.category().code(), tax.name(), tax.category().rate().ppm()))
                .toList();
    }

    private static @Nullable String notice(TillDesk desk, SyncStatus sync) {
        List<String> notices =
                Stream.of(room(desk), dayBefore(desk), sync.notice(), masterData(desk))
                        .flatMap(Optional::stream)
                        .toList();
        return notices.isEmpty() ? null : String.join(" ", notices);
    }

    private static Optional<String> room(TillDesk desk) {
        if (!desk.recorder().hasRoom())
            return Optional.of(
                    "The disk is full: take no payment. Free some space; nothing recorded is lost.");
        return desk.recorder().isRoomLow()
                ? Optional.of(
                        "The disk is nearly full (less than "
                                + (Reserve.BYTES_LOW >> 20)
                                + " MiB left): free some space soon.")
                : Optional.empty();
    }

    /** A till's day lasts until somebody ends it; a handheld's ends with the next thing done. */
    private static Optional<String> dayBefore(TillDesk desk) {
        Workplace place = desk.workplace();
        LocalDate today = place.businessDayAt(desk.clock().instant());
        return switch (place.kind()) {
            case HANDHELD -> Optional.empty();
            case TILL ->
                    Optional.ofNullable(desk.recorder().view().businessDay())
                            .filter(day -> day.isBefore(today))
                            .map(day ->
                                    "The business day of "
                                            + day
                                            + " was not ended here, and all that is done counts for"
                                            + " it: count the drawer and close that day, then open "
                                            + today
                                            + ".");
        };
    }

    private static Optional<String> masterData(TillDesk desk) {
        return desk.catalogues().current().version() == 0
                ? Optional.of(
                        "No articles yet: this till gets them from its gateway when it is connected for the first time.")
                : Optional.empty();
    }
}
