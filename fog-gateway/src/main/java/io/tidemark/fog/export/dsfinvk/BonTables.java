package io.tidemark.fog.export.dsfinvk;

import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What there is for each receipt: its head, its positions, payments and references. */
final class BonTables {
    private static final int OWN_COMPANY = 0;

    private final Survey survey;
    private final CurrencyCode currency;

    BonTables(Survey survey) {
        this.survey = survey;
        this.currency = survey.day().currency();
    }

    void head(Bon bon, Rows rows) {
        EntryHeader header = bon.entry().header();
        String time = Rows.time(header.at());
        begun(bon, rows).number(header.receipt()).text(bon.type().code()).text(bon.name());
        rows.text(bon.register().workstation()).text(bon.undoes() ? "1" : "0");
        rows.text(time).text(time).text(header.operator()).text(name(header.operator()));
        rows.amount(bon.gross(currency)).nothing(8).text(bon.note()).end();
    }

    private String name(String operator) {
        Survey.Person person = survey.people().get(operator);
        return person == null ? "" : person.name();
    }

    void vat(Bon bon, Rows rows) {
        SortedMap<VatKey, Closings.CaseTotal> byKey = new TreeMap<>();
        for (Position position : bon.positions())
            byKey.merge(
                    position.vat(),
                    new Closings.CaseTotal(position.gross(), position.tax()),
                    Closings.CaseTotal::plus);
        byKey.forEach((key, total) -> {
            begun(bon, rows).number(key.key());
            rows.amount(total.gross()).amount(total.net()).amount(total.tax()).end();
        });
    }

    /**
     * What leads from a basket that waited to the receipt on which it was paid: the basket's id.
     */
    void groups(Bon bon, Rows rows) {
        String basket = basket(bon.entry().event());
        if (basket != null) begun(bon, rows).text(basket).end();
    }

    private static @Nullable String basket(Event event) {
        if (event instanceof BasketSuspended waiting) return waiting.id();
        if (event instanceof BasketVoided voided) return voided.details().basket();
        return event instanceof RetailTransaction sold ? sold.details().basket() : null;
    }

    void payments(Bon bon, Rows rows) {
        for (Payment payment : bon.payments()) {
            begun(bon, rows).text(payment.type().code()).text(payment.name());
            rows.text(payment.amount().currency().code());
            if (payment.isForeign()) rows.amount(payment.amount());
            else rows.nothing(1);
            rows.amount(payment.base()).end();
        }
    }

    /** Of another day only the receipt's number is known, and of another store less. */
    void references(Bon bon, Rows rows) {
        for (Reference reference : bon.references()) {
            OriginalReceipt receipt = reference.receipt();
            boolean here = receipt.store().equals(survey.day().gateway().store());
            begun(bon, rows);
            rows.text(reference.position() == 0 ? "" : Integer.toString(reference.position()));
            rows.text(here ? "Transaktion" : "ExterneSonstige");
            rows.text(here ? "" : "Store " + receipt.store()).text(receipt.day().toString());
            rows.text(receipt.workstation());
            if (isOfToday(bon, receipt)) rows.number(bon.period().zNumber());
            else rows.nothing(1);
            rows.text(Long.toString(receipt.receipt())).end();
        }
    }

    private boolean isOfToday(Bon bon, OriginalReceipt receipt) {
        return receipt.store().equals(survey.day().gateway().store())
                && receipt.workstation().equals(bon.register().workstation())
                && receipt.day().equals(survey.day().day());
    }

    /** There is no technical security device; the journal's chain stands in the place of one. */
    void security(Bon bon, Rows rows) {
        if (!bon.counts()) return;
        begun(bon, rows).nothing(7);
        rows.text("Ohne TSE. SHA-256-Kette: " + bon.entry().hash()).nothing(1).end();
    }

    void positions(Bon bon, Rows rows) {
        int number = 0;
        for (Position position : bon.positions()) position(bon, ++number, position, rows);
    }

    private void position(Bon bon, int number, Position position, Rows rows) {
        Line line = position.line();
        begun(bon, rows).text(Integer.toString(number));
        rows.text(position.voucher()).text(position.text());
        rows.text(bon.register().workstation());
        rows.text(position.businessCase().code()).text(position.name());
        rows.text("0").text("0").number(OWN_COMPANY);
        if (line == null) {
            rows.nothing(4).number(1).number(1).text("");
            rows.number(position.gross().decimal()).end();
            return;
        }
        String gtin = line.gtin();
        rows.text(line.plu()).text(gtin == null ? "" : gtin);
        rows.text(line.department()).text(line.department());
        rows.number(line.quantity().value()).number(1).text(line.quantity().unit().code());
        rows.number(withTax(line)).end();
    }

    /** The standard wants a unit's price with its tax, whichever way the shop prices. */
    private static BigDecimal withTax(Line line) {
        BigDecimal price = line.price().value();
        if (!line.details().taxExcluded()) return price;
        BigDecimal rate = BigDecimal.valueOf(line.tax().rate().ppm(), 6);
        return price.multiply(BigDecimal.ONE.add(rate));
    }

    void positionVat(Bon bon, Rows rows) {
        int number = 0;
        for (Position position : bon.positions()) {
            begun(bon, rows).text(Integer.toString(++number)).number(position.vat().key());
            rows.amount(position.gross()).amount(position.net()).amount(position.tax()).end();
        }
    }

    /** How a price came about, where it is not the catalogue's: what it was, and what came off. */
    void prices(Bon bon, Rows rows) {
        int number = 0;
        for (Position position : bon.positions()) {
            number++;
            Line line = position.line();
            if (line == null || line.details().shares().isEmpty()) continue;
            Money before = line.undiscounted();
            Money taxBefore = line.tax().rate().includedIn(before);
            Money off = line.gross().minus(before);
            Money taxOff = line.taxAmount().minus(taxBefore);
            price(
                    bon,
                    number,
                    "base_amount",
                    position,
                    new Closings.CaseTotal(before, taxBefore),
                    rows);
            price(bon, number, "discount", position, new Closings.CaseTotal(off, taxOff), rows);
        }
    }

    private void price(
            Bon bon,
            int number,
            String type,
            Position position,
            Closings.CaseTotal amount,
            Rows rows) {
        begun(bon, rows).text(Integer.toString(number)).text(type).number(position.vat().key());
        rows.amount(amount.gross()).amount(amount.net()).amount(amount.tax()).end();
    }

    private static Rows begun(Bon bon, Rows rows) {
        return rows.of(bon.register(), bon.period()).text(bon.id());
    }
}
