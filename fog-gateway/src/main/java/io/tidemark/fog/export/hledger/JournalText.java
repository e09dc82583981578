package io.tidemark.fog.export.hledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.fog.export.Fitting;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Map;

/** Writes the syntax of a journal. */
final class JournalText {
    private static final int BUFFER = 1 << 16;
    private static final int TEXT_MAX = 2_000;

    private final Writer out;
    private final LocalDate day;

    JournalText(OutputStream out, LocalDate day) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFER);
        this.day = day;
    }

    void comment(String text) {
        line("; " + Fitting.text(text, TEXT_MAX));
    }

    void directive(String directive) {
        line(directive);
    }

    /** A currency, with how many decimals its amounts have. */
    void currency(CurrencyCode currency) {
        line("commodity 1." + "0".repeat(currency.digits()) + " " + currency);
    }

    /**
     * @param postings an amount for each account, which together are nothing
     */
    void transaction(String description, String comment, Map<Postings.Key, Money> postings) {
        line("");
        line(day + " " + description + "  ; " + Fitting.text(comment, TEXT_MAX));
        postings.forEach((key, amount) -> line("    " + key.account() + "  " + text(amount)));
    }

    /** Balances that have to be so by now. */
    void asserted(String description, Map<Postings.Key, Money> balances) {
        if (balances.isEmpty()) return;
        line("");
        line(day + " " + description);
        balances.forEach((key, amount) ->
                line(
                        "    "
                                + key.account()
                                + "  "
                                + text(Money.zero(amount.currency()))
                                + " = "
                                + text(amount)));
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Money amount) {
        return amount.decimal().toPlainString() + " " + amount.currency();
    }

    private void line(String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
