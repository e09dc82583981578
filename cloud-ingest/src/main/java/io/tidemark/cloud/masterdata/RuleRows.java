package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.UnitPrice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What only a supervisor may allow, of an import. The row of {@code OVER_SHORT} has tills settled
 * before they close: what they may be off by in each currency, and how often one counts again.
 */
final class RuleRows {
    private static final int RECOUNTS = 1;

    private final Set<String> acts = new LinkedHashSet<>();
    private int alonePpm;
    private @Nullable SettleRules settling;

    void add(CsvRow row) {
        String act = row.needed("act", RuleActs::known);
        row.optional("alone", PerCent::read).ifPresent(share -> alonePpm = share.ppm());
        if (act.equals(Approval.OVER_SHORT)) settling = settling(row);
        else acts.add(act);
    }

    Rules rules() {
        return new Rules(List.copyOf(acts), alonePpm, settling);
    }

    private static SettleRules settling(CsvRow row) {
        return new SettleRules(
                row.optional("recounts", RuleRows::recounts).orElse(RECOUNTS),
                row.optional("tolerance", RuleRows::tolerances).orElse(List.of()));
    }

    static int recounts(String text) {
        try {
            return new SettleRules(Integer.parseInt(text), List.of()).recounts();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not how often one counts again; write it like 1", e);
        }
    }

    /** As in {@code GBP:2.00 EUR:5.00}. */
    static List<Money> tolerances(String text) {
        List<Money> tolerances = new ArrayList<>();
        for (String one : text.split("[\\s|]+", -1)) tolerances.add(tolerance(one));
        return new SettleRules(0, tolerances).tolerances();
    }

    private static Money tolerance(String text) {
        List<String> parts = List.of(text.split(":", -1));
        try {
            if (parts.size() != 2) throw new IllegalArgumentException("two parts are needed");
            CurrencyCode currency = new CurrencyCode(parts.getFirst());
            return new Money(
                    UnitPrice.of(parts.getLast())
                            .value()
                            .movePointRight(currency.digits())
                            .longValueExact(),
                    currency);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no amount that a drawer may be off by; write it like GBP:2.00",
                    e);
        }
    }
}
