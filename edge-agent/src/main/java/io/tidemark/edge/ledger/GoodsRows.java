package io.tidemark.edge.ledger;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts what was done with goods without a customer. */
final class GoodsRows {
    /** The kind of a count among those of movements. */
    static final String COUNT = "COUNT";

    private GoodsRows() {}

    static void post(FollowedEntry followed, EntryHeader header, StockMoved moved, Rows rows) {
        entry(
                followed,
                header,
                new Paper(moved.kind().name(), moved.reference(), moved.party(), moved.reason()),
                moved.lines(),
                rows);
    }

    static void post(FollowedEntry followed, EntryHeader header, StockCounted counted, Rows rows) {
        entry(
                followed,
                header,
                new Paper(COUNT, counted.reference(), "", ""),
                counted.lines(),
                rows);
    }

    static void post(
            FollowedEntry followed, EntryHeader header, ShelfPriceChecked checked, Rows rows) {
        rows.insert(
                "shelf_prices",
                TillSchema.id(followed),
                followed.journal().epoch(),
                followed.sequence(),
                command(header),
                header.businessDay(),
                header.at(),
                header.operator(),
                checked.plu(),
                checked.description(),
                checked.shelf().value().setScale(UnitPrice.PLACES_MAX),
                checked.listed().value().setScale(UnitPrice.PLACES_MAX),
                checked.currency().code());
    }

    private record Paper(String kind, String reference, String party, String reason) {}

    private static void entry(
            FollowedEntry followed,
            EntryHeader header,
            Paper paper,
            List<StockLine> lines,
            Rows rows) {
        rows.insert(
                "stock_entries",
                TillSchema.id(followed),
                followed.journal().epoch(),
                followed.sequence(),
                command(header),
                paper.kind(),
                paper.reference(),
                paper.party(),
                paper.reason(),
                header.businessDay(),
                header.at(),
                header.operator(),
                lines.size());
        long part = TillSchema.id(followed) * TillSchema.PARTS_MAX;
        for (StockLine line : lines) line(++part, line, rows);
    }

    private static void line(long id, StockLine line, Rows rows) {
        Money cost = line.cost();
        rows.insert(
                "stock_lines",
                id,
                line.plu(),
                line.gtin(),
                line.description(),
                line.department(),
                line.quantity().value().setScale(Quantity.PLACES_MAX),
                line.quantity().unit().code(),
                cost == null ? null : cost.currency().code(),
                cost == null ? null : cost.minor());
    }

    private static @Nullable UUID command(EntryHeader header) {
        return Optional.ofNullable(header.command()).map(CommandId::value).orElse(null);
    }
}
