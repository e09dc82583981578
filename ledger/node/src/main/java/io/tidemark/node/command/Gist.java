package io.tidemark.node.command;

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
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.StoreDayStock;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.event.StoreTransfer;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import java.util.List;
import java.util.stream.Collectors;

/** What an event says, in a few words. */
final class Gist {
    private Gist() {}

    static String of(Event event) {
        return switch (event) {
            case BusinessDayOpened opened ->
                    "in " + opened.zone() + ", " + opened.currency().code();
            case TillOpened(var cashFloat, var _) -> "float " + list(cashFloat);
            case RetailTransaction sale -> retail(sale);
            case CashMovement moved -> moved.amount() + because(moved.reason());
            case CurrencyExchanged exchange -> exchanged(exchange);
            case ExchangeRefused refused -> "of " + refused.foreign();
            case NoSale(String reason, var _) -> reason;
            case OperatorSession session ->
                    session.kind().name() + because(session.name()) + because(session.role());
            case BasketSuspended basket -> basket.id() + ", " + basket.total();
            case BasketResumed basket -> basket.id() + ", from " + basket.workstation();
            case BasketVoided basket -> basket.total() + because(basket.details().reason());
            case TrainingTransaction training -> "training, " + training.total();
            case ReceiptCopied copied ->
                    "copy " + copied.copy() + " of receipt " + copied.receipt().receipt();
            case StockMoved moved -> moved(moved);
            case StockCounted counted ->
                    lines(counted.lines().size()) + because(counted.reference());
            case ShelfPriceChecked check -> checked(check);
            case TillCounted(var counted) -> counted(counted);
            case OverShortFound found -> settled(found);
            case CashConfirmed confirmed -> confirmed(confirmed);
            case TillZCopied copied -> "copy " + copied.copy() + " of till Z " + copied.zNumber();
            case TillDayClosed closed -> closed(closed);
            case MasterDataAdopted adopted -> "version " + adopted.version();
            case StoreDayClosed closed -> closed(closed);
            case StoreDayProducts products ->
                    products.rows().size() + " articles of " + products.day();
            case StoreDayStock stock -> stock.rows().size() + " items moved on " + stock.day();
            case StoreTransfer transfer -> transfer.day() + ": " + moved(transfer.moved());
            case JournalContinued continued -> continued(continued);
            case StoreLogSigned signed ->
                    "log of " + signed.size() + ", root " + signed.root().short6();
            case EpochGranted granted -> granted.grant() + ", by " + granted.grant().approver();
            case CloseDownAuthorised authorised ->
                    authorised.day()
                            + " without "
                            + String.join(", ", authorised.without())
                            + ", allowed by "
                            + authorised.supervisor()
                            + because(authorised.reason());
            case Unknown unknown ->
                    unknown.bytes().length + " bytes that this version does not know";
        };
    }

    private static String exchanged(CurrencyExchanged exchange) {
        String way = exchange.isBuying() ? "bought " : "sold ";
        return (exchange.undone() == null ? way : "taken back: " + way)
                + exchange.foreign()
                + " for "
                + exchange.base()
                + " at "
                + exchange.rate().value().toPlainString();
    }

    private static String moved(StockMoved moved) {
        return lines(moved.lines().size())
                + because(moved.reference())
                + because(moved.party())
                + because(moved.reason());
    }

    private static String checked(ShelfPriceChecked check) {
        String verdict = check.isRight() ? ", right" : ", wrong: " + check.shelf();
        return check.plu() + verdict + ", listed at " + check.listed();
    }

    private static String counted(List<CountedTender> counted) {
        return counted.stream()
                .map(tender -> tender.type().code() + " " + tender.amount())
                .collect(Collectors.joining(", "));
    }

    private static String settled(OverShortFound found) {
        return found.drawers().stream()
                        .map(each -> each.type().code() + " over/short " + each.overShort())
                        .collect(Collectors.joining(", "))
                + because(found.reason());
    }

    private static String confirmed(CashConfirmed confirmed) {
        return confirmed.kind()
                + " confirmed by "
                + confirmed.by()
                + ", "
                + list(
                        confirmed.amounts().stream()
                                .map(CashConfirmed.Confirmed::confirmed)
                                .toList())
                + because(confirmed.note());
    }

    private static String closed(TillDayClosed closed) {
        String entries = closed.first() + " to " + closed.last();
        return "till Z "
                + closed.zNumber()
                + " of entries "
                + entries
                + ", gross "
                + closed.totals().gross();
    }

    private static String closed(StoreDayClosed closed) {
        String supplement = closed.supplement() > 0 ? "." + closed.supplement() : "";
        return "store Z "
                + closed.zNumber()
                + supplement
                + " of "
                + closed.day()
                + ", gross "
                + closed.totals().gross();
    }

    private static String continued(JournalContinued from) {
        String gist = "goes on from " + from.predecessor().label() + "@";
        gist += from.grant().shared().sequence();
        long branch = from.branchEntries();
        return branch == 0 ? gist : gist + " with its branch, " + branch + " entries";
    }

    private static String retail(RetailTransaction sale) {
        return sale.total() + ", " + lines(sale.lines().size());
    }

    private static String lines(int count) {
        return count + (count == 1 ? " line" : " lines");
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ", " + reason;
    }

    private static String list(Iterable<?> amounts) {
        StringBuilder list = new StringBuilder();
        for (Object amount : amounts) list.append(list.isEmpty() ? "" : ", ").append(amount);
        return list.isEmpty() ? "none" : list.toString();
    }
}
