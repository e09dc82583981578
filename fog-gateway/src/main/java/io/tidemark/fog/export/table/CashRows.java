package io.tidemark.fog.export.table;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.money.Money;
import java.io.OutputStream;

/**
 * {@code cash.csv}: what moved in a drawer without a sale, positive into it; what was counted; and
 * what that was over or short by.
 */
final class CashRows extends EntryRows {
    private CashRows(OutputStream file) {
        super(new Cells(file, columns("what", "tender", "amount", "currency", "reason")));
    }

    static CashRows of(OutputStream file, ClosedDay day) {
        return new CashRows(file);
    }

    private record Told(String what, TenderType tender, Money amount, String reason) {}

    @Override
    DayVisitor of(Register register) {
        return new DayVisitor() {
            @Override
            public void entry(DayEntry entry) {
                if (entry.event() instanceof TillOpened opened)
                    opened.cashFloat()
                            .forEach(amount ->
                                    row(register, entry, told("FLOAT", TenderType.CASH, amount)));
                else if (entry.event() instanceof CashMovement moved)
                    row(
                            register,
                            entry,
                            new Told(
                                    moved.kind().name(),
                                    TenderType.CASH,
                                    moved.effect(),
                                    moved.reason()));
                else if (entry.event() instanceof CurrencyExchanged exchanged) {
                    row(register, entry, told("EXCHANGED", TenderType.CASH, exchanged.foreign()));
                    row(
                            register,
                            entry,
                            told("EXCHANGED", TenderType.CASH, exchanged.drawerBase()));
                } else if (entry.event() instanceof TillCounted(var counted))
                    counted.forEach(each ->
                            row(register, entry, told("COUNTED", each.type(), each.amount())));
            }

            @Override
            public void overShort(DayEntry count, TenderType tender, Money amount) {
                row(register, count, told("OVER_SHORT", tender, amount));
            }
        };
    }

    private static Told told(String what, TenderType tender, Money amount) {
        return new Told(what, tender, amount, "");
    }

    private void row(Register register, DayEntry entry, Told told) {
        Cells cells = row(register, entry).text(told.what()).text(told.tender().code());
        cells.amount(told.amount()).text(told.amount().currency().code());
        cells.text(told.reason()).end();
    }
}
