package io.tidemark.cloud.books;

import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a close-down says of one tender in one currency in the drawer of a workstation. A count is
 * of the whole drawer, also of what an earlier close-down of the day took in: so over/short is
 * known only with all parts before it.
 *
 * @param expected what the entries of this close-down alone added to the drawer
 * @param counted the last count among them; null where there is none
 */
public record DrawerPart(
        String workstation,
        TenderType tender,
        boolean home,
        Money expected,
        @Nullable Money counted) {
    /** What came later at the same workstation. */
    DrawerPart then(DrawerPart later) {
        return new DrawerPart(
                workstation,
                tender,
                home,
                expected.plus(later.expected),
                later.counted == null ? counted : later.counted);
    }
}
