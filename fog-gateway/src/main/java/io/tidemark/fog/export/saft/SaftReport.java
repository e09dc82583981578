package io.tidemark.fog.export.saft;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.Fitting;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import java.util.Map;

/** The elements of an {@code eventReport}, in the schema's order; it lets no list be empty. */
final class SaftReport {
    private final ClosedDay day;
    private final Register register;
    private final BasicCodes codes;
    private final Xml xml;
    private final Money zero;

    /** Which report it is. */
    enum Kind {
        Z,
        X
    }

    /**
     * @param number of the till Z
     * @param entry that it was made with
     */
    record Asked(Kind kind, long number, DayEntry entry) {}

    SaftReport(Survey survey, Register register, BasicCodes codes, Xml xml) {
        this.day = survey.day();
        this.register = register;
        this.codes = codes;
        this.xml = xml;
        this.zero = Money.zero(day.currency());
    }

    void write(Asked asked, SaftFigures figures) {
        xml.in("eventReport", () -> content(asked, figures));
    }

    private void content(Asked asked, SaftFigures figures) {
        head(asked);
        SaftFigures.Since since = figures.since();
        xml.in(
                "reportTotalCashSales",
                () -> xml.plain("totalCashSaleAmnt", Amounts.of(since.sales.amount())));
        sales(since);
        payments(since);
        if (since.tips.count() > 0)
            xml.in("reportTip", () -> counted("tip", since.tips.count(), since.tips.amount()));
        taxes(since);
        floats(since);
        counts(since);
        moved(since);
        xml.plain("reportGrandTotalSales", Amounts.of(figures.grandSales()));
        xml.plain("reportGrandTotalReturn", Amounts.of(figures.grandReturns()));
        xml.plain(
                "reportGrandTotalSalesNet",
                Amounts.of(figures.grandSales().minus(figures.grandReturns())));
    }

    private void head(Asked asked) {
        String id = asked.kind().name() + "-" + asked.number() + "-" + register.workstation();
        xml.text("reportID", Fitting.name(id, BasicCodes.ID_MAX), BasicCodes.ID_MAX);
        xml.plain("reportType", asked.kind().name() + " report");
        String organisation = day.gateway().organisation();
        xml.text("companyIdent", Fitting.name(organisation, 35), 35);
        xml.text("companyName", organisation, SaftMasters.NAME_MAX);
        xml.plain("reportDate", asked.entry().header().at().toLocalDate());
        xml.plain("reportTime", SaftMasters.time(asked.entry().header().at()));
        xml.text("registerID", register.workstation(), 100);
    }

    private void sales(SaftFigures.Since since) {
        xml.in(
                "reportArtGroups",
                () -> {
                    since.departments.forEach(
                            (name, sold) -> department(codes.department(name), sold));
                    if (since.departments.isEmpty())
                        department(BasicCodes.NONE, Tallied.none(zero));
                });
        if (since.departmentsByPerson.keySet().stream().noneMatch(SaftReport::isSomebody)) return;
        xml.in(
                "reportEmpArtGroups",
                () ->
                        since.departmentsByPerson.forEach((key, sold) -> {
                            if (isSomebody(key))
                                xml.in(
                                        "reportEmpArtGroup",
                                        () -> {
                                            person(key.operator());
                                            artGroup(codes.department(key.what()), sold);
                                        });
                        }));
    }

    private static boolean isSomebody(SaftFigures.Key key) {
        return !key.operator().isEmpty();
    }

    private void person(String operator) {
        xml.text("empID", SaftMasters.employee(operator), BasicCodes.ID_MAX);
    }

    private void department(String group, Tallied sold) {
        xml.in("reportArtGroup", () -> artGroup(group, sold));
    }

    private void artGroup(String group, Tallied sold) {
        xml.text("artGroupID", group, BasicCodes.ID_MAX);
        xml.plain("artGroupNum", Amounts.of(sold.quantity()));
        xml.plain("artGroupAmnt", Amounts.of(sold.amount()));
    }

    private void payments(SaftFigures.Since since) {
        xml.in(
                "reportPayments",
                () -> {
                    since.payments.forEach((tender, paid) ->
                            xml.in("reportPayment", () -> payment(codes.payment(tender), paid)));
                    if (since.payments.isEmpty())
                        xml.in("reportPayment", () -> payment(BasicCodes.NONE, Tallied.none(zero)));
                });
        if (since.paymentsByPerson.keySet().stream().noneMatch(SaftReport::isSomebody)) return;
        xml.in(
                "reportEmpPayments",
                () ->
                        since.paymentsByPerson.forEach((key, paid) -> {
                            if (isSomebody(key))
                                xml.in(
                                        "reportEmpPayment",
                                        () -> {
                                            person(key.operator());
                                            payment(
                                                    codes.payment(new TenderType(key.what())),
                                                    paid);
                                        });
                        }));
    }

    private void payment(String type, Tallied paid) {
        xml.text("paymentType", type, BasicCodes.ID_MAX);
        xml.plain("paymentNum", paid.count()).plain("paymentAmnt", Amounts.of(paid.amount()));
    }

    private void taxes(SaftFigures.Since since) {
        xml.in(
                "reportCashSalesVat",
                () -> {
                    since.taxes.values().forEach(this::tax);
                    if (since.taxes.isEmpty())
                        xml.in(
                                "reportCashSaleVat",
                                () ->
                                        xml.plain("vatPerc", "0.000")
                                                .plain("cashSaleAmnt", Amounts.of(zero))
                                                .plain("vatAmnt", Amounts.of(zero))
                                                .plain("vatAmntTp", "C"));
                });
    }

    private void tax(TaxTotal tax) {
        xml.in(
                "reportCashSaleVat",
                () ->
                        xml.text("vatCode", SaftMasters.vatCode(tax.category()), 20)
                                .plain("vatPerc", Amounts.of(tax.category().rate()))
                                .plain("cashSaleAmnt", Amounts.of(tax.net()))
                                .plain("vatAmnt", Amounts.of(tax.tax()))
                                .plain("vatAmntTp", Amounts.side(tax.tax())));
    }

    private void floats(SaftFigures.Since since) {
        Money all = since.floats.values().stream().reduce(zero, Money::plus);
        xml.plain("reportOpeningChangeFloat", Amounts.of(all));
        if (since.floats.keySet().stream().allMatch(String::isEmpty)) return;
        xml.in(
                "reportEmpOpeningChangeFloats",
                () ->
                        since.floats.forEach((operator, amount) -> {
                            if (!operator.isEmpty())
                                xml.in(
                                        "reportEmpOpeningChangeFloat",
                                        () -> {
                                            person(operator);
                                            xml.plain("openingChangeFloatAmnt", Amounts.of(amount));
                                        });
                        }));
    }

    private void counts(SaftFigures.Since since) {
        Totals totals = since.totals();
        xml.plain("reportReceiptNum", totals.transactions());
        xml.plain("reportOpenCashBoxNum", totals.noSales());
        counted("reportReceiptCopy", since.copies.count(), since.copies.amount());
        counted("reportReceiptProforma", 0, zero);
        counted("reportReturn", totals.returns(), totals.returned().negated());
        tallied("reportDiscount", totals.tally(Tally.DISCOUNT));
        Tally given = totals.tally(Tally.BASKET_VOID);
        Tally undone = totals.tally(Tally.POST_VOID);
        counted(
                "reportVoidTrans",
                given.count() + undone.count(),
                given.amount().plus(undone.amount()));
        listed("reportCorrLine", "corrLine", totals.tally(Tally.LINE_VOID), "Line voided");
        // Looking a price up at a till is not recorded.
        xml.in(
                "reportPriceInquiries",
                () ->
                        xml.in(
                                "reportPriceInquiry",
                                () -> {
                                    xml.plain("priceInquiryGroup", BasicCodes.NONE);
                                    counted("priceInquiry", 0, zero);
                                }));
        listed(
                "reportOtherCorr",
                "otherCorr",
                totals.tally(Tally.PRICE_OVERRIDE),
                "Price override");
        counted("reportReceiptDelivery", 0, zero);
        tallied("reportTraining", totals.tally(Tally.TRAINING));
        xml.in(
                "reportCreditSales",
                () -> counted("creditSales", since.onAccount.count(), since.onAccount.amount()));
        xml.in("reportCreditMemos", () -> counted("creditMemos", 0, zero));
    }

    private void listed(String list, String item, Tally tally, String type) {
        xml.in(
                list + "s",
                () ->
                        xml.in(
                                list,
                                () -> {
                                    xml.plain(
                                            item + "Type",
                                            tally.count() == 0 ? BasicCodes.NONE : type);
                                    counted(item, tally.count(), tally.amount());
                                }));
    }

    private void moved(SaftFigures.Since since) {
        moved("reportPayIn", "payIn", since.paidIn);
        moved("reportPayOut", "payOut", since.paidOut);
    }

    private void moved(String list, String item, Map<String, Tallied> moved) {
        Map<String, Tallied> some =
                moved.isEmpty() ? Map.of(BasicCodes.NONE, Tallied.none(zero)) : moved;
        xml.in(
                list + "s",
                () ->
                        some.forEach((type, tallied) ->
                                xml.in(
                                        list,
                                        () -> {
                                            xml.plain(item + "Type", type);
                                            counted(item, tallied.count(), tallied.amount());
                                        })));
    }

    private void tallied(String name, Tally tally) {
        counted(name, tally.count(), tally.amount());
    }

    private void counted(String name, long count, Money amount) {
        xml.plain(name + "Num", count).plain(name + "Amnt", Amounts.of(amount));
    }
}
