package io.tidemark.fog.export.dsfinvk;

import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a happening consists of. Its positions add up to its payments: a tender that is no payment
 * (a voucher redeemed, a sale on account, a deposit given back) is a position the other way.
 *
 * @param undoes whether it takes back another receipt as a whole
 */
record BonContent(
        String name,
        String note,
        boolean undoes,
        List<Position> positions,
        List<Payment> payments,
        List<Reference> references) {

    /** Money that moved without goods: what for, and how. */
    record Moved(Position position, Payment payment) {}

    static BonContent named(String name, String note) {
        return new BonContent(name, note, false, List.of(), List.of(), List.of());
    }

    /** A basket that nobody paid. */
    static BonContent of(String name, List<Line> lines, String note) {
        return new BonContent(
                name, note, false, lines.stream().map(Position::of).toList(), List.of(), List.of());
    }

    static BonContent of(TrainingTransaction training) {
        return of("", training.lines(), training.details().reason())
                .paid(training.tenders(), training.change());
    }

    static BonContent of(RetailTransaction sold) {
        BonContent content =
                of("", sold.lines(), sold.details().reason()).paid(sold.tenders(), sold.change());
        return new BonContent(
                "",
                content.note(),
                sold instanceof PostVoided,
                content.positions(),
                content.payments(),
                references(sold));
    }

    /**
     * An exchange of currencies, free of tax by § 4 Nr. 8 b UStG: what was turned over is the
     * commission, and what was given for the foreign money is what that counts.
     */
    static BonContent of(CurrencyExchanged exchanged) {
        Position position =
                new Position(
                        BusinessCase.UMSATZ,
                        "Sortengeschäft",
                        "",
                        (exchanged.isBuying() ? "Ankauf " : "Verkauf ") + exchanged.foreign(),
                        null,
                        VatKey.EXEMPT,
                        exchanged.commission(),
                        Money.zero(exchanged.currency()));
        CurrencyExchanged.Undone undone = exchanged.undone();
        return new BonContent(
                "",
                undone == null ? "" : undone.reason(),
                undone != null,
                List.of(position),
                List.of(
                        Payment.of(
                                TenderType.CASH, exchanged.foreign(), exchanged.base().negated()),
                        Payment.of(
                                TenderType.CASH, exchanged.drawerBase(), exchanged.drawerBase())),
                undone == null ? List.of() : List.of(new Reference(0, undone.receipt())));
    }

    BonContent and(Moved moved) {
        List<Position> more = new ArrayList<>(positions);
        more.add(moved.position());
        return new BonContent(
                name, note, undoes, more, merged(payments, moved.payment()), references);
    }

    private BonContent paid(List<Tender> tenders, Money change) {
        List<Position> more = new ArrayList<>(positions);
        List<Payment> paid = payments;
        for (Tender tender : tenders) {
            Optional<BusinessCase> instead = instead(tender);
            if (instead.isPresent())
                more.add(
                        Position.money(
                                instead.get(),
                                voucher(tender),
                                tender.type().code(),
                                tender.base().negated()));
            else paid = merged(paid, Payment.of(tender.type(), tender.amount(), tender.base()));
        }
        if (!change.isZero())
            paid = merged(paid, Payment.of(TenderType.CASH, change.negated(), change.negated()));
        return new BonContent(name, note, undoes, more, paid, references);
    }

    private static String voucher(Tender tender) {
        CardUse card = tender.card();
        return card == null ? "" : card.number();
    }

    /** What is a business case of the standard's and no payment. */
    private static Optional<BusinessCase> instead(Tender tender) {
        boolean back = tender.base().isNegative();
        return switch (tender.type().code()) {
            case "GIFT_CARD" ->
                    Optional.of(
                            back
                                    ? BusinessCase.MEHRZWECKGUTSCHEIN_KAUF
                                    : BusinessCase.MEHRZWECKGUTSCHEIN_EINLOESUNG);
            case "DEPOSIT" -> Optional.of(BusinessCase.PFAND_RUECKZAHLUNG);
            case "ACCOUNT" -> Optional.of(BusinessCase.FORDERUNGSENTSTEHUNG);
            default -> Optional.empty();
        };
    }

    /** One row for what was paid alike: change comes off the cash that was given. */
    private static List<Payment> merged(List<Payment> payments, Payment more) {
        List<Payment> merged = new ArrayList<>(payments);
        for (int i = 0; i < merged.size(); i++)
            if (merged.get(i).isLike(more)) {
                merged.set(i, merged.get(i).plus(more));
                return merged;
            }
        merged.add(more);
        return merged;
    }

    private static List<Reference> references(RetailTransaction sold) {
        List<Reference> references = new ArrayList<>();
        if (sold instanceof PostVoided voided) references.add(new Reference(0, voided.original()));
        int position = 0;
        for (Line line : sold.lines()) {
            position++;
            OriginalLine original = line.original();
            if (original != null)
                references.add(
                        new Reference(
                                position,
                                new OriginalReceipt(
                                        original.store(),
                                        original.workstation(),
                                        original.day(),
                                        original.receipt())));
        }
        return references;
    }
}
