package io.tidemark.edge.command;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One tender in one currency as a person types its count, such as {@code GBP=20x4,0.50x11}. */
final class TypedCount {
    private static final Pattern COUNT = Pattern.compile("(?:([A-Za-z_]+):)?([A-Za-z]+)=(.+)");
    private static final Pattern PIECES = Pattern.compile("([0-9.]+)\\s*[x×]\\s*([0-9]{1,18})");
    private static final String CASH = "CASH";

    private TypedCount() {}

    /** As the API wants it. */
    static String json(String typed) {
        Matcher parts = COUNT.matcher(typed.strip());
        if (!parts.matches())
            throw wrong(typed, "write CURRENCY=AMOUNT, such as GBP=85.40, or GBP=20x4,0.50x11");
        String tender = parts.group(1) == null ? CASH : parts.group(1).toUpperCase(Locale.ROOT);
        String currency = TypedMoney.currency(parts.group(2)).code();
        return Json.object(
                Json.field("tender", tender),
                Json.field("currency", currency),
                counted(typed, parts.group(3), currency));
    }

    private static String counted(String typed, String found, String currency) {
        if (PIECES.matcher(found.split(",", 2)[0].strip()).matches())
            return Json.field("pieces", pieces(typed, found, currency));
        return Json.field("minor", TypedMoney.of(found, currency).minor());
    }

    private static List<String> pieces(String typed, String found, String currency) {
        List<String> pieces = new ArrayList<>();
        for (String each : found.split(",", -1)) {
            Matcher parts = PIECES.matcher(each.strip());
            if (!parts.matches()) throw wrong(typed, "'" + each + "' is not FACExN, such as 20x4");
            pieces.add(
                    Json.object(
                            Json.field("face", TypedMoney.of(parts.group(1), currency).minor()),
                            Json.field("count", Long.parseLong(parts.group(2)))));
        }
        return pieces;
    }

    private static CannotRun wrong(String typed, String why) {
        return new CannotRun(ExitCode.BAD_USAGE, "'" + typed + "' is no count: " + why);
    }
}
