package io.tidemark.cloud.books;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a close-down is posted: amounts that add up over tills, supplements and days.
 *
 * <pre>
 * of           by                    in                  amount
 * SALES        department, VAT rate  store's currency    net of what was sold less what came back
 * DEPOSITS     department, VAT rate  store's currency    net of deposits charged less those given back
 * GIFT_CARDS   -                     store's currency    sold, on which no VAT is due yet
 * TIPS         -                     store's currency    for those who serve
 * ROUNDING     -                     store's currency    what the smallest coin made of totals
 * VAT          VAT rate              store's currency    as the lines stored it
 * TAKEN        tender                the tender's own    given in payment
 * REFUNDED     tender                the tender's own    paid back for goods
 * CHANGE       tender (cash)         the tender's own    given back out of what was taken
 * EXCHANGED    tender                store's currency    what a foreign tender counted as
 * FLOAT        tender (cash)         the tender's own    brought to the drawer from the safe
 * PAID_IN      tender (cash)         the tender's own    put into the drawer without a sale
 * PAID_OUT     tender (cash)         the tender's own    taken out of it without a sale
 * PICKED_UP    tender (cash)         the tender's own    brought from the drawer to the safe
 * DROPPED      tender (cash)         the tender's own    put from the drawer into the drop safe
 * OVER_SHORT   tender                the tender's own    counted less expected; nothing where nobody counted
 * HANDED_IN    tender                the tender's own    what the drawer held at the end: as counted, or
 *                                                        as expected where nobody counted
 * CURRENCY_MOVED
 *              tender (cash)         the tender's own    what a bureau de change took in less what it gave out
 * CURRENCY_JOINED
 *              tender (cash)         the tender's own,   what came to a currency's position but by exchange, and
 *                                    store's currency    what that cost
 * COMMISSION   -                     store's currency    that customers paid to exchange
 * MARGIN       -                     store's currency    what exchanging earned: proceeds less average cost
 * REVALUATION  -                     store's currency    by how much currencies held became worth more
 * DELIVERED    -                     store's currency    goods from suppliers
 * SOLD, RETURNED
 *              -                     store's currency    cost of goods sold; returned apart only where
 *                                                        the store does not value its stock
 * WASTED       -                     store's currency    thrown away
 * TRANSFERRED_OUT, TRANSFERRED_IN
 *              -                     store's currency    to and from other stores, as the transfers carry it
 * COUNTED      -                     store's currency    what counts found, of stores that do not value it
 * TRANSFER_DIFFERENCE
 *              -                     store's currency    by what goods cost more than their transfer carries
 * VARIANCE     -                     store's currency    what counts found beyond what should be there
 * CORRECTED    -                     store's currency    what goods sold before they came cost less
 * </pre>
 */
public enum Measure {
    SALES(Basis.HOME),
    VAT(Basis.HOME),
    DEPOSITS(Basis.HOME),
    GIFT_CARDS(Basis.HOME),
    TIPS(Basis.HOME),
    ROUNDING(Basis.HOME),
    TAKEN(Basis.TENDER),
    REFUNDED(Basis.TENDER),
    CHANGE(Basis.TENDER),
    EXCHANGED(Basis.HOME),
    FLOAT(Basis.TENDER),
    PAID_IN(Basis.TENDER),
    PAID_OUT(Basis.TENDER),
    PICKED_UP(Basis.TENDER),
    DROPPED(Basis.TENDER),
    OVER_SHORT(Basis.TENDER),
    HANDED_IN(Basis.TENDER),
    DELIVERED(Basis.HOME),
    SOLD(Basis.HOME),
    RETURNED(Basis.HOME),
    WASTED(Basis.HOME),
    TRANSFERRED_OUT(Basis.HOME),
    TRANSFERRED_IN(Basis.HOME),
    COUNTED(Basis.HOME),
    CURRENCY_MOVED(Basis.TENDER),
    CURRENCY_JOINED(Basis.TENDER),
    COMMISSION(Basis.HOME),
    MARGIN(Basis.HOME),
    REVALUATION(Basis.HOME),
    TRANSFER_DIFFERENCE(Basis.HOME),
    VARIANCE(Basis.HOME),
    CORRECTED(Basis.HOME);

    private final Basis basis;

    /** In which currencies it comes. */
    private enum Basis {
        HOME,
        TENDER
    }

    Measure(Basis basis) {
        this.basis = basis;
    }

    /** Whether it comes in foreign currencies, too. */
    boolean isInTendersCurrency() {
        return basis == Basis.TENDER;
    }

    /**
     * What is taken for goods and what the goods came to are the same amount, in the store's
     * currency: 1 for what was sold, −1 for what it was paid with, 0 for what has no part in it.
     */
    public int inTakings(boolean home) {
        return switch (this) {
            case SALES, VAT, DEPOSITS, GIFT_CARDS, TIPS, ROUNDING -> 1;
            case TAKEN -> home ? -1 : 0;
            case REFUNDED, CHANGE -> home ? 1 : 0;
            case EXCHANGED -> -1;
            case FLOAT,
                    PAID_IN,
                    PAID_OUT,
                    PICKED_UP,
                    DROPPED,
                    OVER_SHORT,
                    HANDED_IN,
                    DELIVERED,
                    SOLD,
                    RETURNED,
                    WASTED,
                    TRANSFERRED_OUT,
                    TRANSFERRED_IN,
                    COUNTED,
                    CURRENCY_MOVED,
                    CURRENCY_JOINED,
                    COMMISSION,
                    MARGIN,
                    REVALUATION,
                    TRANSFER_DIFFERENCE,
                    VARIANCE,
                    CORRECTED ->
                    0;
        };
    }

    /**
     * Whether no close-down had it when head offices first posted by rules. A version that was used
     * then may be given rules for it: of what was posted by it they change nothing.
     */
    boolean cameLater() {
        return switch (this) {
            case DEPOSITS,
                    GIFT_CARDS,
                    TIPS,
                    ROUNDING,
                    DROPPED,
                    CURRENCY_MOVED,
                    CURRENCY_JOINED,
                    COMMISSION,
                    MARGIN,
                    REVALUATION,
                    TRANSFER_DIFFERENCE,
                    VARIANCE,
                    CORRECTED ->
                    true;
            case SALES,
                    VAT,
                    TAKEN,
                    REFUNDED,
                    CHANGE,
                    EXCHANGED,
                    FLOAT,
                    PAID_IN,
                    PAID_OUT,
                    PICKED_UP,
                    OVER_SHORT,
                    HANDED_IN,
                    DELIVERED,
                    SOLD,
                    RETURNED,
                    WASTED,
                    TRANSFERRED_OUT,
                    TRANSFERRED_IN,
                    COUNTED ->
                    false;
        };
    }

    /** As rules files, pages and programs write it: {@code over-short}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Measure> of(String label) {
        return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
    }
}
