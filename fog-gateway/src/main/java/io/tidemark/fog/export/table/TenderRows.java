package io.tidemark.fog.export.table;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import java.io.OutputStream;

/**
 * {@code tenders.csv}: one row for each tender of a receipt; change is cash that was given back.
 */
final class TenderRows extends EntryRows {
    private TenderRows(OutputStream file) {
        super(
                new Cells(
                        file,
                        columns(
                                "kind",
                                "tender",
                                "amount",
                                "currency",
                                "rate",
                                "store_amount",
                                "store_currency",
                                "gift_card")));
    }

    static TenderRows of(OutputStream file, ClosedDay day) {
        return new TenderRows(file);
    }

    @Override
    DayVisitor of(Register register) {
        return entry -> {
            if (entry.event() instanceof RetailTransaction sold) {
                for (Tender tender : sold.tenders())
                    row(register, entry, ReceiptRows.kind(sold), tender);
                if (!sold.change().isZero())
                    row(
                            register,
                            entry,
                            "CHANGE",
                            Tender.of(TenderType.CASH, sold.change().negated()));
            }
        };
    }

    private void row(Register register, DayEntry entry, String kind, Tender tender) {
        Cells cells = row(register, entry).text(kind).text(tender.type().code());
        cells.amount(tender.amount()).text(tender.amount().currency().code());
        cells.number(tender.rate().value()).amount(tender.base());
        CardUse card = tender.card();
        cells.text(register.currency().code()).text(card == null ? "" : card.number()).end();
    }
}
