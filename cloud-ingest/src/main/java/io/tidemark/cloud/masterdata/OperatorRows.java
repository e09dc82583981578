package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.CsvRow.BadCell;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.ledger.masterdata.PinVerifier;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people of an import. Of a PIN only what it is checked against is kept, and that stays as it
 * is while the PIN does: the same table again is the same version.
 */
final class OperatorRows {
    private final List<Operator> before;
    private final Map<String, Operator> known;
    private final Function<CsvRow, List<String>> stores;
    private final List<Row> rows = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();

    private record Row(
            String number,
            String name,
            OperatorRole role,
            @Nullable String pin,
            List<String> stores) {}

    /**
     * @param before those of now, whose PINs stand where the table leaves them out
     */
    OperatorRows(List<Operator> before, Function<CsvRow, List<String>> stores) {
        this.before = before;
        this.known = before.stream().collect(Collectors.toMap(Operator::number, one -> one));
        this.stores = stores;
    }

    List<Operator> before() {
        return before;
    }

    void add(CsvRow row) {
        Row read =
                new Row(
                        row.needed("number", text -> within(text, Limits.CODE_MAX)),
                        row.needed("name", text -> within(text, Limits.TEXT_MAX)),
                        row.needed("role", OperatorRows::role),
                        row.optional("pin", OperatorRows::pin).orElse(null),
                        stores.apply(row));
        if (read.pin() == null && !known.containsKey(read.number()))
            throw new BadCell(
                    "pin", "is empty, and must be filled in for somebody who is new", null);
        rows.add(read);
    }

    /** A PIN takes a processor a third of a second, so all do some. */
    List<Operator> operators() {
        return rows.parallelStream().map(this::operator).toList();
    }

    private Operator operator(Row row) {
        return new Operator(row.number(), row.name(), row.role(), verifier(row), row.stores());
    }

    private PinVerifier verifier(Row row) {
        Operator same = known.get(row.number());
        if (row.pin() == null && same != null) return same.pin();
        char[] pin = String.valueOf(row.pin()).toCharArray();
        if (same != null && same.pin().matches(pin)) return same.pin();
        byte[] salt = new byte[PinVerifier.SALT_BYTES];
        random.nextBytes(salt);
        return PinVerifier.of(pin, salt, PinVerifier.ITERATIONS);
    }

    private static String within(String text, int most) {
        if (text.length() > most)
            throw new IllegalArgumentException("is longer than " + most + " characters");
        return text;
    }

    static OperatorRole role(String text) {
        return Arrays.stream(OperatorRole.values())
                .filter(role -> role.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + text
                                        + "' is no role; use one of "
                                        + Arrays.toString(OperatorRole.values())
                                                .toLowerCase(Locale.ROOT)));
    }

    static String pin(String text) {
        if (text.length() < PinVerifier.PIN_CHARACTERS_MIN
                || text.length() > PinVerifier.PIN_CHARACTERS_MAX)
            throw new IllegalArgumentException(
                    "a PIN has "
                            + PinVerifier.PIN_CHARACTERS_MIN
                            + " to "
                            + PinVerifier.PIN_CHARACTERS_MAX
                            + " characters");
        return text;
    }
}
