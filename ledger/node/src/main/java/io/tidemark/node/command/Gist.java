package io.tidemark.node.command;

import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Unknown;
import java.util.stream.Collectors;

/** What an event says, in a few words. */
final class Gist {
    private Gist() {}

    static String of(Event event) {
        return switch (event) {
            case BusinessDayOpened opened ->
                    "in " + opened.zone() + ", " + opened.currency().code();
            case TillOpened(var cashFloat) -> "float " + list(cashFloat);
            case RetailTransaction sale -> retail(sale);
            case CashMovement(var _, var amount, String reason) -> amount + because(reason);
            case NoSale(String reason) -> reason;
            case TillCounted(var counted) ->
                    counted.stream()
                            .map(tender -> tender.type().code() + " " + tender.amount())
                            .collect(Collectors.joining(", "));
            case TillDayClosed closed ->
                    "till Z "
                            + closed.zNumber()
                            + " of entries "
                            + closed.first()
                            + " to "
                            + closed.last()
                            + ", gross "
                            + closed.totals().gross();
            case MasterDataAdopted adopted -> "version " + adopted.version();
            case StoreDayClosed closed ->
                    "store Z "
                            + closed.zNumber()
                            + (closed.supplement() > 0 ? "." + closed.supplement() : "")
                            + " of "
                            + closed.day()
                            + ", gross "
                            + closed.totals().gross();
            case JournalContinued continued -> continued(continued);
            case EpochGranted granted -> granted.grant() + ", by " + granted.grant().approver();
            case Unknown unknown ->
                    unknown.bytes().length + " bytes that this version does not know";
        };
    }

    private static String continued(JournalContinued from) {
        String gist = "goes on from " + from.predecessor().label() + "@";
        gist += from.grant().shared().sequence();
        long branch = from.branchEntries();
        return branch == 0 ? gist : gist + " with its branch, " + branch + " entries";
    }

    private static String retail(RetailTransaction sale) {
        int lines = sale.lines().size();
        return sale.total() + ", " + lines + (lines == 1 ? " line" : " lines");
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
