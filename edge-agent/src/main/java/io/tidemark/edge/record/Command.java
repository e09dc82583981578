package io.tidemark.edge.record;

import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalReceipt;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, with what catalogue, master data and tables said at that moment.
 *
 * @param goods priced, in the basket's order; none for what sells nothing
 * @param printed the receipt that is to be printed again; null for anything else
 * @param stock goods without a customer, as they are to be recorded; null for anything else
 * @param found what else was looked up for it
 * @param printedZ the till Z that is to be printed again; null for anything else
 */
public record Command(
        Ask ask,
        Pricing.Result.Priced goods,
        Authority authority,
        @Nullable Printed printed,
        GoodsLookUp.Result.@Nullable Found stock,
        Found found,
        @Nullable PrintedZ printedZ) {
    private static final Pricing.Result.Priced NO_GOODS =
            new Pricing.Result.Priced(List.of(), List.of(), 0);

    /**
     * A receipt that was given.
     *
     * @param copies made of it so far, as far as the tables have come
     */
    public record Printed(OriginalReceipt receipt, int copies) {}

    /**
     * A till Z that was made.
     *
     * @param day that it ended
     * @param copies made of it so far, as far as the tables have come
     */
    public record PrintedZ(long zNumber, LocalDate day, int copies) {}

    public Command(Ask ask, Pricing.Result.Priced goods, Authority authority) {
        this(ask, goods, authority, null, null, Found.NONE, null);
    }

    /** At a till that takes whoever is named. */
    public Command(Ask ask, List<Line> lines, long masterDataVersion) {
        this(
                ask,
                new Pricing.Result.Priced(lines, List.of(), masterDataVersion),
                Authority.ANYBODY);
    }

    /** The same, about these goods, without a customer. */
    Command about(GoodsLookUp.Result.Found moved) {
        return new Command(ask, goods, authority, printed, moved, found, printedZ);
    }

    /** Goods come, go or are looked at. */
    public static Command of(Ask ask, GoodsLookUp.Result.Found found, Authority authority) {
        return of(ask, authority).about(found);
    }

    /** Whether the catalogue has a part in it. */
    boolean isLookedUp() {
        return stock != null || !lines().isEmpty();
    }

    /** A command that sells nothing. */
    public static Command of(Ask ask, Authority authority) {
        return new Command(ask, NO_GOODS, authority);
    }

    /** The same, at a till that takes whoever is named. */
    public static Command of(Ask ask) {
        return of(ask, Authority.ANYBODY);
    }

    /** The same, about this receipt. */
    public Command printing(Printed receipt) {
        return new Command(ask, goods, authority, receipt, stock, found, printedZ);
    }

    /** The same, about this till Z. */
    public Command printing(PrintedZ z) {
        return new Command(ask, goods, authority, printed, stock, found, z);
    }

    /** The same, with what was looked up for it. */
    public Command with(Found looked) {
        return new Command(ask, goods, authority, printed, stock, looked, printedZ);
    }

    public List<Line> lines() {
        return goods.lines();
    }

    public List<Discount> discounts() {
        return goods.discounts();
    }

    /** By which they were priced. */
    public long masterDataVersion() {
        GoodsLookUp.Result.Found found = stock;
        return found == null ? goods.masterDataVersion() : found.masterDataVersion();
    }
}
