package io.tidemark.fog.export.dsfinvk;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.Stretch;
import io.tidemark.ledger.masterdata.Business;
import io.tidemark.ledger.masterdata.PostalAddress;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Masters and totals: what there is once, or a few times, for each closing. */
final class ClosingTables {
    private static final String TAXONOMY = "2.4";
    private static final int OWN_COMPANY = 0;

    private final ClosedDay day;

    ClosingTables(ClosedDay day) {
        this.day = day;
    }

    void closing(Closings.Closing closing, Rows rows) {
        begun(closing, rows).text(day.day().toString()).text(TAXONOMY);
        rows.text(closing.first()).text(closing.last());
        Business business = day.writing().business();
        rows.text(company(business));
        address(business.companyAt(), rows);
        rows.text(business.taxNumber()).text(business.vatId());
        rows.amount(closing.paid()).amount(closing.paidInCash()).end();
    }

    void location(Closings.Closing closing, Rows rows) {
        begun(closing, rows).text(day.facts().name());
        Business business = day.writing().business();
        address(business.shop(), rows);
        rows.text(business.vatId()).end();
    }

    private String company(Business business) {
        return business.company().isEmpty() ? day.gateway().organisation() : business.company();
    }

    private static void address(PostalAddress at, Rows rows) {
        rows.text(at.street()).text(at.postcode()).text(at.city()).text(at.country3());
    }

    void register(Closings.Closing closing, Rows rows) {
        String devices =
                closing.register().stretches().stream()
                        .map(Stretch::journal)
                        .map(journal -> journal.node().device())
                        .distinct()
                        .collect(Collectors.joining(" "));
        begun(closing, rows).text("Tidemark").text("edge-agent").text(devices);
        rows.text("Tidemark").text(day.writing().version());
        rows.text(day.currency().code()).text("0").end();
    }

    void vat(Closings.Closing closing, Rows rows) {
        for (VatKey vat : closing.vats()) {
            begun(closing, rows).number(vat.key());
            rows.number(BigDecimal.valueOf(vat.rate().ppm(), 4)).text(vat.description()).end();
        }
    }

    void cases(Closings.Closing closing, Rows rows) {
        closing.cases()
                .forEach((key, total) -> {
                    begun(closing, rows).text(key.businessCase().code()).text(key.name());
                    rows.number(OWN_COMPANY).number(key.vat().key());
                    rows.amount(total.gross()).amount(total.net()).amount(total.tax()).end();
                });
    }

    void payments(Closings.Closing closing, Rows rows) {
        closing.payments()
                .forEach((key, paid) ->
                        begun(closing, rows)
                                .text(key.type().code())
                                .text(key.name())
                                .amount(paid)
                                .end());
    }

    void cash(Closings.Closing closing, Rows rows) {
        closing.cash()
                .forEach(
                        (currency, paid) -> begun(closing, rows).text(currency).amount(paid).end());
    }

    private static Rows begun(Closings.Closing closing, Rows rows) {
        return rows.of(closing.register(), closing.period());
    }
}
