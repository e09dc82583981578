package io.tidemark.cloud.ledger;

import io.tidemark.cloud.books.Measured;
import io.tidemark.cloud.books.Measuring;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Row;
import io.tidemark.node.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a close-down holds for the books, filed beside it. */
record BooksFiling(FollowedEntry entry, StoreDayClosed closed) {
    void into(Rows rows) {
        List<Measured> measured = Measuring.of(closed);
        List<DrawerPart> drawers = DrawerPart.of(closed);
        measured.forEach(each -> file(each, rows));
        drawers.forEach(each -> file(each, rows));
        Stream.concat(measured.stream(), Measuring.of(new Drawers().next(drawers)).stream())
                .forEach(each -> DaySums.add(rows, closed.day(), each));
        DaySums.count(rows, closed.day());
        count(rows);
        file(Measuring.uncleared(closed), rows);
    }

    /**
     * Which is the first of a day depends on the order of journals; how many there are does not.
     */
    private void count(Rows rows) {
        Optional<Row> before = rows.find("closed_day", store(), closed.day());
        rows.put(
                "closed_day",
                store(),
                closed.day(),
                1 + before.map(row -> row.longAt("parts")).orElse(0L));
        if (before.isPresent()) rows.put("closed_again", store(), closed.day());
    }

    private void file(Money uncleared, Rows rows) {
        if (uncleared.isZero()) return;
        rows.insert(
                "uncleared",
                store(),
                closed.day(),
                closed.supplement(),
                entry.journal().epoch(),
                uncleared.minor());
    }

    private String store() {
        return entry.journal().node().store();
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
                part.drawer().workstation(),
                part.drawer().tender().code(),
                part.drawer().currency().code(),
                part.home(),
                part.expected().minor(),
                minorOrNothing(part.counted()));
    }

    private static @Nullable Long minorOrNothing(@Nullable Money amount) {
        return amount == null ? null : amount.minor();
    }
}
