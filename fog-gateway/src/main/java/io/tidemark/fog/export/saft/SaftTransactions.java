package io.tidemark.fog.export.saft;

import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Fitting;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.money.Money;

/** A workstation's receipts, and what moved in its drawer besides, as {@code cashtransaction}. */
final class SaftTransactions implements DayVisitor {
    private final Survey survey;
    private final Register register;
    private final Xml xml;
    private final SaftTransaction transaction;

    SaftTransactions(Survey survey, Register register, BasicCodes codes, Xml xml) {
        this.survey = survey;
        this.register = register;
        this.xml = xml;
        this.transaction = new SaftTransaction(survey, codes, xml);
    }

    void write() {
        register.show(this);
    }

    static String id(DayEntry entry) {
        return Fitting.name(entry.place(), BasicCodes.ID_MAX);
    }

    @Override
    public void entry(DayEntry entry) {
        if (entry.event() instanceof RetailTransaction sold)
            write(entry, SaftReceipt.of(sold, entry.header()), SaftTransactionType.of(sold));
        else if (entry.event() instanceof TrainingTransaction training)
            write(entry, SaftReceipt.of(training), SaftTransactionType.of(training));
        else if (entry.event() instanceof TillOpened opened)
            opened.cashFloat().forEach(amount -> moved(entry, SaftCode.FLOAT, amount, "float"));
        else if (entry.event() instanceof CurrencyExchanged exchanged)
            xml.in(
                    "cashtransaction",
                    () -> transaction.exchanged(entry, exchanged, isUndone(entry, exchanged)));
        else if (entry.event() instanceof CashMovement movement)
            moved(
                    entry,
                    SaftTransactionType.of(movement.kind()),
                    movement.effect(),
                    movement.reason());
    }

    @Override
    public void overShort(DayEntry count, TenderType tender, Money amount) {
        cash(count, SaftCode.CASH_DIFFERENCE, tender, amount, "over or short at the count");
    }

    private void write(DayEntry entry, SaftReceipt receipt, SaftCode type) {
        boolean isReceipt = !receipt.isTraining();
        SaftTransaction.Printed printed =
                new SaftTransaction.Printed(
                        isReceipt ? survey.copies(register, entry.header().receipt()) : 0,
                        isReceipt && isVoided(entry),
                        receipt.isTraining());
        xml.in("cashtransaction", () -> transaction.receipt(entry, receipt, type, printed));
    }

    /** Both the receipt that was undone and the one that undoes it: together they are nothing. */
    private boolean isVoided(DayEntry entry) {
        return entry.event() instanceof PostVoided
                || survey.isVoided(register, entry.header().receipt());
    }

    private boolean isUndone(DayEntry entry, CurrencyExchanged exchanged) {
        return exchanged.undone() != null || survey.isVoided(register, entry.header().receipt());
    }

    private void moved(DayEntry entry, SaftCode type, Money amount, String why) {
        cash(entry, type, TenderType.CASH, amount, why);
    }

    private void cash(DayEntry entry, SaftCode type, TenderType tender, Money amount, String why) {
        SaftTransaction.Moved moved = new SaftTransaction.Moved(type, tender, amount, why);
        xml.in("cashtransaction", () -> transaction.moved(entry, moved));
    }
}
