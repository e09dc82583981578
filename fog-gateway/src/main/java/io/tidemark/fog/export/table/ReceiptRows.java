package io.tidemark.fog.export.table;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import java.io.OutputStream;
import java.util.List;

/** {@code receipts.csv}: one row for each receipt, those of training mode among them. */
final class ReceiptRows extends EntryRows {
    private ReceiptRows(OutputStream file) {
        super(
                new Cells(
                        file,
                        columns(
                                "kind",
                                "shift",
                                "lines",
                                "gross",
                                "tax",
                                "change",
                                "currency",
                                "reason",
                                "hash")));
    }

    static ReceiptRows of(OutputStream file, ClosedDay day) {
        return new ReceiptRows(file);
    }

    static String kind(RetailTransaction sold) {
        return switch (sold) {
            case SaleCompleted _ -> "SALE";
            case GoodsReturned _ -> "RETURN";
            case PostVoided _ -> "POST_VOID";
        };
    }

    private record Told(String kind, List<Line> lines, Money change, TransactionDetails details) {}

    @Override
    DayVisitor of(Register register) {
        return entry -> {
            if (entry.event() instanceof RetailTransaction sold)
                row(
                        register,
                        entry,
                        new Told(kind(sold), sold.lines(), sold.change(), sold.details()));
            else if (entry.event() instanceof TrainingTransaction training)
                row(
                        register,
                        entry,
                        new Told(
                                "TRAINING",
                                training.lines(),
                                training.change(),
                                training.details()));
        };
    }

    private void row(Register register, DayEntry entry, Told told) {
        Cells cells = row(register, entry).text(told.kind()).number(entry.header().shift());
        cells.number(told.lines().size());
        cells.amount(Money.sum(register.currency(), told.lines(), Line::gross));
        cells.amount(Money.sum(register.currency(), told.lines(), Line::taxAmount));
        cells.amount(told.change()).text(register.currency().code());
        cells.text(told.details().reason()).text(entry.hash().toString()).end();
    }
}
