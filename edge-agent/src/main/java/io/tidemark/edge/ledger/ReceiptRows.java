package io.tidemark.edge.ledger;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.ReceiptKind;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receipts of sales, returns and exchanges, with their lines and tenders, as rows. */
record ReceiptRows(FollowedEntry followed, EntryHeader header, Rows rows) {
    /** What stands at a receipt's end. */
    private record Sums(int lines, Money total, long tax, long change, @Nullable Money foreign) {}

    void post(RetailTransaction transaction) {
        long tax =
                transaction.lines().stream()
                        .mapToLong(line -> line.taxAmount().minor())
                        .reduce(0, Math::addExact);
        receipt(
                ReceiptKind.of(transaction),
                new Sums(
                        transaction.lines().size(),
                        transaction.total(),
                        tax,
                        transaction.change().minor(),
                        null));
        long part = TillSchema.id(followed) * TillSchema.PARTS_MAX;
        for (Line line : transaction.lines()) post(++part, line);
        part = TillSchema.id(followed) * TillSchema.PARTS_MAX;
        for (Tender tender : transaction.tenders()) post(++part, tender);
    }

    void post(CurrencyExchanged exchange) {
        receipt(ReceiptKind.EXCHANGE, new Sums(0, exchange.drawerBase(), 0, 0, exchange.foreign()));
    }

    private void receipt(ReceiptKind kind, Sums sums) {
        Money foreign = sums.foreign();
        rows.insert(
                "receipts",
                TillSchema.id(followed),
                followed.journal().epoch(),
                followed.sequence(),
                followed.hash().short6(),
                Optional.ofNullable(header.command()).map(CommandId::value).orElse(null),
                header.receipt(),
                kind.name(),
                header.businessDay(),
                header.at(),
                header.operator(),
                header.shift(),
                sums.total().currency().code(),
                sums.lines(),
                sums.total().minor(),
                sums.tax(),
                sums.change(),
                foreign == null ? null : foreign.minor(),
                foreign == null ? null : foreign.currency().code());
    }

    private void post(long id, Line line) {
        rows.insert(
                "lines",
                id,
                line.plu(),
                line.gtin(),
                line.description(),
                line.department(),
                line.tax().code(),
                line.tax().rate().ppm(),
                line.quantity().value().setScale(Quantity.PLACES_MAX),
                line.quantity().unit().code(),
                line.price().value().setScale(UnitPrice.PLACES_MAX),
                line.origin() == PriceOrigin.ENTERED,
                line.gross().minor(),
                line.taxAmount().minor());
    }

    private void post(long id, Tender tender) {
        rows.insert(
                "tenders",
                id,
                tender.type().code(),
                tender.amount().currency().code(),
                tender.amount().minor(),
                tender.base().minor());
    }
}
