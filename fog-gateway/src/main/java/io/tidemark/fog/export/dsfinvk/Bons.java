package io.tidemark.fog.export.dsfinvk;

import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.function.Consumer;

/** What happened at a workstation, as the standard's happenings (Vorgänge), one after another. */
final class Bons implements DayVisitor {
    private final Survey survey;
    private final Register register;
    private final Consumer<Bon> each;
    private final BonIds ids = new BonIds();

    private Bons(Survey survey, Register register, Consumer<Bon> each) {
        this.survey = survey;
        this.register = register;
        this.each = each;
    }

    /** Of all tills of the day. */
    static void show(Survey survey, Consumer<Bon> each) {
        for (Register register : survey.day().registers())
            if (register.sells()) register.show(new Bons(survey, register, each));
    }

    @Override
    public void entry(DayEntry entry) {
        if (entry.event() instanceof RetailTransaction sold)
            tell(entry, BonType.BELEG, BonContent.of(sold));
        else if (entry.event() instanceof CurrencyExchanged exchanged)
            tell(entry, BonType.BELEG, BonContent.of(exchanged));
        else if (entry.event() instanceof TrainingTransaction training)
            tell(entry, BonType.TRAINING, BonContent.of(training));
        else if (entry.event() instanceof BasketSuspended basket)
            tell(entry, BonType.OTHER, BonContent.of("Geparkt", basket.lines(), basket.id()));
        else if (entry.event() instanceof BasketVoided basket)
            tell(
                    entry,
                    BonType.VOIDED,
                    BonContent.of("", basket.lines(), basket.details().reason()));
        else if (entry.event() instanceof NoSale noSale)
            tell(entry, BonType.OTHER, BonContent.named("Schubladenöffnung", noSale.reason()));
        else if (entry.event() instanceof TillOpened opened) opened(entry, opened.cashFloat());
        else if (entry.event() instanceof CashMovement movement) moved(entry, movement);
    }

    private void opened(DayEntry entry, List<Money> cashFloat) {
        List<Money> some = cashFloat.stream().filter(amount -> !amount.isZero()).toList();
        if (some.isEmpty()) return;
        BonContent content = BonContent.named("", note(some, ""));
        for (Money amount : some)
            content = content.and(money(BusinessCase.ANFANGSBESTAND, TenderType.CASH, amount));
        tell(entry, BonType.BELEG, content);
    }

    private void moved(DayEntry entry, CashMovement movement) {
        BusinessCase businessCase =
                switch (movement.kind()) {
                    case FLOAT_PROVIDED, PICKUP, SAFE_DROP -> BusinessCase.GELDTRANSIT;
                    case PAID_IN -> BusinessCase.EINZAHLUNG;
                    case PAID_OUT -> BusinessCase.AUSZAHLUNG;
                };
        tell(
                entry,
                BonType.BELEG,
                BonContent.named("", note(List.of(movement.amount()), movement.reason()))
                        .and(money(businessCase, TenderType.CASH, movement.effect())));
    }

    @Override
    public void overShort(DayEntry count, TenderType tender, Money amount) {
        String id = count.place() + "." + tender + "." + amount.currency();
        tell(
                count,
                id,
                BonType.BELEG,
                BonContent.named("", note(List.of(amount), ""))
                        .and(money(BusinessCase.DIFFERENZ_SOLL_IST, tender, amount)));
    }

    private BonContent.Moved money(BusinessCase businessCase, TenderType tender, Money amount) {
        Money base = survey.inStoreCurrency(amount);
        return new BonContent.Moved(
                Position.money(businessCase, businessCase.code(), base),
                Payment.of(tender, amount, base));
    }

    private String note(List<Money> amounts, String reason) {
        boolean unknown = amounts.stream().anyMatch(amount -> !survey.hasRate(amount.currency()));
        return reason + (unknown ? (reason.isEmpty() ? "" : ". ") + "Ohne Umrechnungskurs" : "");
    }

    private void tell(DayEntry entry, BonType type, BonContent content) {
        tell(entry, ids.of(entry), type, content);
    }

    private void tell(DayEntry entry, String id, BonType type, BonContent content) {
        String supplement = entry.supplement() == 0 ? "" : "Nachtrag " + entry.supplement();
        String separator = supplement.isEmpty() || content.note().isEmpty() ? "" : ". ";
        boolean unpaid = type == BonType.BELEG && content.payments().isEmpty();
        each.accept(
                new Bon(
                        register,
                        survey.period(register, entry),
                        entry,
                        id,
                        type,
                        content.name(),
                        content.undoes(),
                        content.positions(),
                        unpaid
                                ? List.of(Payment.none(Money.zero(survey.day().currency())))
                                : content.payments(),
                        content.references(),
                        supplement + separator + content.note()));
    }
}
