package io.tidemark.fog.export.hledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.fog.export.Register;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TenderType;

/**
 * Names of accounts. What would mean something to hledger is written as {@code %} and its bytes.
 */
final class Accounts {
    static final String SAFE = "assets:safe";
    static final String DROP_SAFE = "assets:drop safe";
    static final String CONVERSION = "equity:conversion";
    static final String PAID_IN = "revenues:paid in";
    static final String PAID_OUT = "expenses:paid out";
    static final String EXCHANGE = "revenues:exchange commission";
    static final String OVER_SHORT = "expenses:over and short";

    private static final String PLAIN = " .,'/&+-_#@!?=";

    private Accounts() {}

    static String tender(Register register, TenderType tender) {
        String group = tender.isCash() ? "assets:drawer:" : "assets:tenders:";
        return group + segment(register.workstation()) + ":" + tender.code();
    }

    /** Where a line's net amount goes. */
    static String of(LineKind kind, String department) {
        return switch (kind) {
            case GOODS -> "revenues:sales:" + segment(department);
            case DEPOSIT -> "liabilities:deposits:" + segment(department);
            case GIFT_CARD -> "liabilities:gift cards:" + segment(department);
            case TIP -> "liabilities:tips:" + segment(department);
            case ROUNDING -> "expenses:cash rounding:" + segment(department);
        };
    }

    static String tax(TaxCategory category) {
        return "liabilities:vat:" + segment(category.code()) + " " + category.rate().ppm();
    }

    /** Letters and digits of any script stay; two names are never made one. */
    private static String segment(String name) {
        if (name.isEmpty()) return "%";
        StringBuilder segment = new StringBuilder();
        name.codePoints().forEach(codePoint -> append(segment, codePoint, segment.length() == 0));
        if (segment.charAt(segment.length() - 1) == ' ')
            segment.replace(segment.length() - 1, segment.length(), "%20");
        return segment.toString();
    }

    private static void append(StringBuilder segment, int codePoint, boolean isFirst) {
        boolean spaceBefore = isFirst || segment.charAt(segment.length() - 1) == ' ';
        boolean isMark = PLAIN.indexOf(codePoint) >= 0 && !isFirst;
        boolean plain =
                Character.isLetterOrDigit(codePoint)
                        || (isMark && !(codePoint == ' ' && spaceBefore));
        if (plain) segment.appendCodePoint(codePoint);
        else
            for (byte each : Character.toString(codePoint).getBytes(UTF_8))
                segment.append(String.format("%%%02X", each & 0xFF));
    }
}
