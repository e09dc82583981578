package io.tidemark.fog.dashboard;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.fog.ledger.ReceiptSearch;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.web.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody remembers of a receipt, as it was asked; what is left out or empty asks for
 * nothing.
 *
 * @param day the current one if none is given
 * @param till a workstation's name or a device's label
 * @param number as printed
 * @param amount of the store's currency, such as 12.50; of a return, too
 * @param from how many to leave out
 * @param limit receipts of one answer
 */
@Introspected
record ReceiptQuestion(
        @Nullable @QueryValue String day,
        @Nullable @QueryValue String till,
        @Nullable @QueryValue String operator,
        @Nullable @QueryValue String number,
        @Nullable @QueryValue String amount,
        @Nullable @QueryValue Integer from,
        @Nullable @QueryValue Integer limit) {
    private static final int LIMIT_USUAL = 100;
    private static final int LIMIT_MAX = 1_000;

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,4})?");

    /**
     * @throws Refusal where a field makes no sense
     */
    ReceiptSearch.Wanted wanted(LocalDate today, CurrencyCode currency) {
        String asked = given(day);
        return new ReceiptSearch.Wanted(
                asked.isEmpty() ? today : GatewayApi.parsed(asked),
                some(till, "till"),
                some(operator, "operator"),
                printed(),
                amount(currency));
    }

    int first() {
        return StockApi.within(from == null ? 0 : from, 0, Integer.MAX_VALUE, "from");
    }

    int most() {
        return StockApi.within(limit == null ? LIMIT_USUAL : limit, 1, LIMIT_MAX, "limit");
    }

    static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Optional<String> some(@Nullable String text, String name) {
        String asked = given(text);
        if (asked.length() > Limits.CODE_MAX)
            throw refused(name + " has at most " + Limits.CODE_MAX + " characters");
        return Optional.of(asked).filter(each -> !each.isEmpty());
    }

    private OptionalLong printed() {
        String asked = given(number);
        if (asked.isEmpty()) return OptionalLong.empty();
        try {
            return OptionalLong.of(Long.parseLong(asked));
        } catch (NumberFormatException e) {
            throw refused("number is a receipt's, such as 17, not '" + asked + "'");
        }
    }

    private OptionalLong amount(CurrencyCode currency) {
        String asked = given(amount);
        if (asked.isEmpty()) return OptionalLong.empty();
        try {
            if (AMOUNT.matcher(asked).matches())
                return OptionalLong.of(
                        new BigDecimal(asked)
                                .setScale(currency.digits(), RoundingMode.UNNECESSARY)
                                .unscaledValue()
                                .longValueExact());
        } catch (ArithmeticException tooManyDecimals) {
            // Refused as what is no amount at all.
        }
        throw refused(
                "amount is in "
                        + currency.code()
                        + ", with a point and at most "
                        + currency.digits()
                        + " decimals, not '"
                        + asked
                        + "'");
    }

    private static Refusal refused(String why) {
        return new Refusal(HttpStatus.BAD_REQUEST, why);
    }
}
