package io.tidemark.fog.export.saft;

import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.util.Base64;

/** The elements of one {@code cashtransaction}, in the schema's order. */
final class SaftTransaction {
    private static final int TEXT_MAX = 9999;
    private static final int COUNT_MAX = 999;

    private final Survey survey;
    private final BasicCodes codes;
    private final Xml xml;

    SaftTransaction(Survey survey, BasicCodes codes, Xml xml) {
        this.survey = survey;
        this.codes = codes;
        this.xml = xml;
    }

    /**
     * @param copies how often it was printed again
     */
    record Printed(int copies, boolean voided, boolean training) {}

    /** Money that moved without a receipt. */
    record Moved(SaftCode type, TenderType tender, Money amount, String why) {}

    void receipt(DayEntry entry, SaftReceipt receipt, SaftCode type, Printed printed) {
        head(entry, type, receipt.gross(), receipt.net());
        if (!receipt.refers().isEmpty()) xml.text("refID", receipt.refers(), TEXT_MAX);
        xml.text("desc", description(entry, receipt.details().reason()), TEXT_MAX);
        int position = 0;
        for (Line line : receipt.lines()) line(entry, ++position, line, receipt);
        receipt.taxes().forEach(this::vat);
        raise(receipt.of(LineKind.TIP));
        xml.in(
                "rounding",
                () -> xml.plain("roundingAmnt", Amounts.of(receipt.of(LineKind.ROUNDING))));
        for (Tender tender : receipt.tenders())
            payment(entry, tender.type(), tender.amount(), tender.base(), tender.rate());
        if (!receipt.change().isZero())
            payment(
                    entry,
                    TenderType.CASH,
                    receipt.change().negated(),
                    receipt.change().negated(),
                    ExchangeRate.ONE);
        tail(entry, printed);
    }

    void moved(DayEntry entry, Moved moved) {
        Money base = survey.inStoreCurrency(moved.amount());
        head(entry, moved.type(), base, base);
        xml.text("desc", description(entry, moved.why()), TEXT_MAX);
        payment(
                entry,
                moved.tender(),
                moved.amount(),
                base,
                survey.rate(moved.amount().currency()));
        tail(entry, new Printed(0, false, false));
    }

    /** Its amount is the commission; what was given for the foreign money is what that counts. */
    void exchanged(DayEntry entry, CurrencyExchanged exchanged, boolean voided) {
        Money earned = exchanged.commission();
        Money drawer = exchanged.drawerBase();
        head(entry, SaftCode.EXCHANGE, earned, earned);
        xml.text("desc", description(entry, exchanged.customer().reference()), TEXT_MAX);
        payment(
                entry,
                TenderType.CASH,
                exchanged.foreign(),
                exchanged.base().negated(),
                exchanged.rate());
        payment(entry, TenderType.CASH, drawer, drawer, ExchangeRate.ONE);
        tail(entry, new Printed(0, voided, false));
    }

    private void head(DayEntry entry, SaftCode type, Money gross, Money net) {
        xml.plain("nr", entry.number());
        xml.text("transID", SaftTransactions.id(entry), BasicCodes.ID_MAX);
        xml.plain("transType", type.code());
        xml.plain("transAmntIn", Amounts.of(gross)).plain("transAmntEx", Amounts.of(net));
        xml.plain("amntTp", Amounts.side(gross));
        employee(entry);
        xml.plain("transDate", entry.header().at().toLocalDate());
        xml.plain("transTime", SaftMasters.time(entry.header().at()));
        xml.plain("bookDate", entry.header().businessDay());
    }

    private void employee(DayEntry entry) {
        String operator = entry.header().operator();
        if (!operator.isEmpty())
            xml.text("empID", SaftMasters.employee(operator), BasicCodes.ID_MAX);
    }

    private static String description(DayEntry entry, String reason) {
        String supplement = entry.supplement() == 0 ? "" : "Supplement " + entry.supplement();
        return supplement + (supplement.isEmpty() || reason.isEmpty() ? "" : ". ") + reason;
    }

    private void line(DayEntry entry, int position, Line line, SaftReceipt receipt) {
        xml.in(
                "ctLine",
                () -> {
                    xml.plain("nr", entry.number()).plain("lineID", position);
                    xml.plain(
                            "lineType",
                            line.quantity().isNegative()
                                    ? BasicCodes.RETURN_LINE
                                    : BasicCodes.SALE_LINE);
                    xml.text("artGroupID", codes.department(line.department()), BasicCodes.ID_MAX);
                    xml.text("artID", SaftMasters.article(line.plu()), BasicCodes.ID_MAX);
                    xml.plain("qnt", Amounts.of(line.quantity().value()));
                    xml.plain("lineAmntIn", Amounts.of(line.gross()));
                    xml.plain("lineAmntEx", Amounts.of(line.net()));
                    xml.plain("amntTp", Amounts.side(line.gross()));
                    xml.plain("ppu", Amounts.of(line.price().value()));
                    employee(entry);
                    xml.text("cashTransLineDescr", line.description(), TEXT_MAX);
                    vat(new TaxTotal(line.tax(), line.gross(), line.taxAmount()));
                    for (LineDetails.DiscountShare share : line.details().shares())
                        discount(share, receipt);
                });
    }

    private void vat(TaxTotal tax) {
        xml.in(
                "vat",
                () ->
                        xml.text("vatCode", SaftMasters.vatCode(tax.category()), 20)
                                .plain("vatPerc", Amounts.of(tax.category().rate()))
                                .plain("vatAmnt", Amounts.of(tax.tax()))
                                .plain("vatAmntTp", Amounts.side(tax.tax()))
                                .plain("vatBasAmnt", Amounts.of(tax.net())));
    }

    private void discount(LineDetails.DiscountShare share, SaftReceipt receipt) {
        Discount given = receipt.details().discounts().get(share.discount());
        SaftCode kind =
                switch (given.kind()) {
                    case LINE -> SaftCode.LINE_DISCOUNT;
                    case BASKET -> SaftCode.BASKET_DISCOUNT;
                };
        xml.in(
                "discount",
                () -> xml.plain("dscTp", kind.code()).plain("dscAmnt", Amounts.of(share.amount())));
    }

    private void raise(Money tip) {
        if (!tip.isZero())
            xml.in(
                    "raise",
                    () ->
                            xml.plain("raiseType", SaftCode.TIP.code())
                                    .plain("raiseAmnt", Amounts.of(tip)));
    }

    /** The amount is the store's; what was given in another currency stands in the reference. */
    private void payment(
            DayEntry entry, TenderType tender, Money own, Money base, ExchangeRate rate) {
        xml.in(
                "payment",
                () -> {
                    xml.text("paymentType", codes.payment(tender), BasicCodes.ID_MAX);
                    xml.plain("paidAmnt", Amounts.of(base));
                    employee(entry);
                    xml.plain("curCode", Amounts.of(own.currency()));
                    xml.plain("exchRt", Amounts.of(rate.value()));
                    if (!own.currency().equals(base.currency()))
                        xml.plain("paymentRefID", own.toString());
                });
    }

    /** The chain's hash at the entry: the next head that its device signed is over it. */
    private void tail(DayEntry entry, Printed printed) {
        xml.plain("signature", Base64.getEncoder().encodeToString(entry.hash().toBytes()));
        xml.plain("keyVersion", entry.header().key());
        xml.plain("receiptNum", entry.header().receipt() > 0 ? 1 : 0);
        xml.plain("receiptCopyNum", Math.min(printed.copies(), COUNT_MAX));
        xml.plain("receiptProformaNum", 0).plain("receiptDeliveryNum", 0);
        xml.plain("voidTransaction", printed.voided());
        xml.plain("trainingID", printed.training());
    }
}
