package io.tidemark.fog.export.table;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.money.Money;
import java.io.OutputStream;
import java.math.BigDecimal;

/** {@code lines.csv}: one row for each line of a receipt. */
final class LineRows extends EntryRows {
    private LineRows(OutputStream file) {
        super(
                new Cells(
                        file,
                        columns(
                                "kind",
                                "line",
                                "line_kind",
                                "plu",
                                "gtin",
                                "description",
                                "department",
                                "quantity",
                                "unit",
                                "price",
                                "price_has_vat",
                                "gift_card",
                                "discount",
                                "gross",
                                "net",
                                "tax",
                                "vat_key",
                                "vat_percent",
                                "currency")));
    }

    static LineRows of(OutputStream file, ClosedDay day) {
        return new LineRows(file);
    }

    @Override
    DayVisitor of(Register register) {
        return entry -> {
            if (entry.event() instanceof RetailTransaction sold) {
                int number = 0;
                for (Line line : sold.lines())
                    row(register, entry, ReceiptRows.kind(sold), ++number, line);
            }
        };
    }

    private void row(Register register, DayEntry entry, String kind, int number, Line line) {
        String gtin = line.gtin();
        Money discount = line.undiscounted().minus(line.gross());
        Cells cells = row(register, entry).text(kind).number(number);
        cells.text(line.details().kind().name()).text(line.plu()).text(gtin == null ? "" : gtin);
        cells.text(line.description()).text(line.department());
        cells.number(line.quantity().value()).text(line.quantity().unit().code());
        cells.number(line.price().value()).text(line.details().taxExcluded() ? "no" : "yes");
        String card = line.details().card();
        cells.text(card == null ? "" : card).amount(discount).amount(line.gross());
        cells.amount(line.net()).amount(line.taxAmount()).text(line.tax().code());
        cells.number(BigDecimal.valueOf(line.tax().rate().ppm(), 4));
        cells.text(register.currency().code()).end();
    }
}
