package io.tidemark.edge.command;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import java.math.BigDecimal;
import java.util.Locale;

/** Amounts as a person types them: {@code 20}, {@code 19.95}; never rounded. */
final class TypedMoney {
    private TypedMoney() {}

    static Money of(String amount, String currency) {
        CurrencyCode code = currency(currency);
        try {
            return new Money(
                    new BigDecimal(amount.strip()).movePointRight(code.digits()).longValueExact(),
                    code);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "'"
                            + amount
                            + "' is no amount of "
                            + code
                            + ": write it with a point and at most "
                            + code.digits()
                            + " digits behind it",
                    e);
        }
    }

    static CurrencyCode currency(String code) {
        try {
            return new CurrencyCode(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "'" + code + "' is no currency: write its ISO 4217 code, such as GBP",
                    e);
        }
    }

    static String json(Money amount) {
        return Json.object(
                Json.field("minor", amount.minor()),
                Json.field("currency", amount.currency().code()));
    }
}
