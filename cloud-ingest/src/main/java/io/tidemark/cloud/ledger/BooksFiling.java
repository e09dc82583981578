package io.tidemark.cloud.ledger;

import io.tidemark.cloud.books.DrawerPart;
import io.tidemark.cloud.books.Measured;
import io.tidemark.cloud.books.Measuring;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;
import org.jspecify.annotations.Nullable;

/** What a close-down holds for the books, filed beside it. */
record BooksFiling(FollowedEntry entry, StoreDayClosed closed) {
    void into(Rows rows) {
        Measuring.of(closed).forEach(each -> file(each, rows));
        Measuring.drawers(closed).forEach(each -> file(each, rows));
    }

    private void file(Measured measured, Rows rows) {
        Measured.Facets facets = measured.facets();
        rows.insert(
                "measured",
                entry.journal().node().store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                measured.measure().name(),
                facets.tender(),
                facets.department(),
                facets.tax(),
                facets.ratePpm(),
                measured.amount().currency().code(),
                measured.home(),
                measured.amount().minor());
    }

    private void file(DrawerPart part, Rows rows) {
        rows.insert(
                "drawer_part",
                entry.journal().node().store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                part.workstation(),
                part.tender().code(),
                part.expected().currency().code(),
                part.home(),
                part.expected().minor(),
                minorOrNothing(part.counted()));
    }

    private static @Nullable Long minorOrNothing(@Nullable Money amount) {
        return amount == null ? null : amount.minor();
    }
}
