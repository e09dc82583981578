package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The store's close-down of a business day, or a numbered supplement to it with what came later. A
 * pure function of the day's entries, the previous close-down, the rules version and the
 * master-data version.
 *
 * @param zNumber the store Z, from 1, one per day; a supplement carries its day's
 * @param supplement 0 for the Z itself, then 1, 2, …
 * @param without devices whose day was not over, and journals that were not all there up to where
 *     others go on from them; empty means complete
 * @param tills each device's part, ordered by device and epoch
 * @param totals the sum over {@code tills}
 * @param details null in close-downs by rules that had none
 */
public record StoreDayClosed(
        LocalDate day,
        long zNumber,
        int supplement,
        int rulesVersion,
        long masterDataVersion,
        List<MissingDevice> without,
        List<TillDay> tills,
        Totals totals,
        GrandTotals grand,
        @Nullable DayDetails details)
        implements Event {
    private static final int FIELDS = 9;
    private static final int FIELDS_WITH_DETAILS = 10;

    /** By rules that had no details. */
    public StoreDayClosed(
            LocalDate day,
            long zNumber,
            int supplement,
            int rulesVersion,
            long masterDataVersion,
            List<MissingDevice> without,
            List<TillDay> tills,
            Totals totals,
            GrandTotals grand) {
        this(
                day,
                zNumber,
                supplement,
                rulesVersion,
                masterDataVersion,
                without,
                tills,
                totals,
                grand,
                null);
    }

    public StoreDayClosed {
        without = List.copyOf(without);
        tills = List.copyOf(tills);
        if (zNumber < 1 || supplement < 0)
            throw new IllegalArgumentException("Z " + zNumber + ", supplement " + supplement);
    }

    /** The same, by rules that have details. */
    public StoreDayClosed with(DayDetails told, GrandTotals perpetual) {
        return with(tills, totals, perpetual, told);
    }

    /** The same, with other parts and totals. */
    public StoreDayClosed with(List<TillDay> parts, Totals sum) {
        return with(parts, sum, grand, details);
    }

    private StoreDayClosed with(
            List<TillDay> parts, Totals sum, GrandTotals perpetual, @Nullable DayDetails told) {
        return new StoreDayClosed(
                day,
                zNumber,
                supplement,
                rulesVersion,
                masterDataVersion,
                without,
                parts,
                sum,
                perpetual,
                told);
    }

    public CurrencyCode currency() {
        return totals.currency();
    }

    /** Its positions in foreign currencies; none by rules that told none. */
    public List<ExchangePosition> exchange() {
        return details == null ? List.of() : details.exchange();
    }

    /** What its goods are worth; nothing by rules that told nothing, or where it never had any. */
    public Optional<StockValues> stock() {
        return Optional.ofNullable(details).map(DayDetails::stock);
    }

    public boolean isComplete() {
        return without.isEmpty();
    }

    /**
     * What every print and export says: {@code complete}, or {@code closed without: till-2, last
     * mark 17}; with its epoch where that is not the first.
     */
    public String status() {
        if (isComplete()) return "complete";
        return without.stream()
                .map(MissingDevice::label)
                .collect(Collectors.joining("; ", "closed without: ", ""));
    }

    /** Which it is, as in {@code Z 12 of 2026-11-20, supplement 1}. */
    public String label() {
        return label(zNumber, day, supplement);
    }

    /**
     * The same of one that is not here.
     *
     * @param supplement 0 for the Z itself
     */
    public static String label(long zNumber, LocalDate day, int supplement) {
        return "Z "
                + zNumber
                + " of "
                + day
                + (supplement == 0 ? "" : ", supplement " + supplement);
    }

    void writeTo(CborWriter writer) {
        writer.array(details == null ? FIELDS : FIELDS_WITH_DETAILS);
        writer.integer(day.toEpochDay()).integer(zNumber).integer(supplement);
        writer.integer(rulesVersion).integer(masterDataVersion);
        writer.list(without, MissingDevice::writeTo).list(tills, TillDay::writeTo);
        totals.writeTo(writer);
        grand.writeTo(writer);
        if (details != null) details.writeTo(writer);
    }

    static StoreDayClosed readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_DETAILS,
                there -> {
                    LocalDate day = Items.day(reader);
                    long zNumber = reader.integer();
                    int supplement = reader.integer(0, Integer.MAX_VALUE);
                    int rules = reader.integer(1, Integer.MAX_VALUE);
                    long masterData = reader.integer();
                    List<MissingDevice> without =
                            reader.list(Limits.DEVICES_MAX, () -> MissingDevice.readFrom(reader));
                    List<TillDay> tills =
                            reader.list(Limits.DEVICES_MAX, () -> TillDay.readFrom(reader));
                    Totals totals = Totals.readFrom(reader);
                    GrandTotals grand = GrandTotals.readFrom(totals.currency(), reader);
                    return new StoreDayClosed(
                            day,
                            zNumber,
                            supplement,
                            rules,
                            masterData,
                            without,
                            tills,
                            totals,
                            grand,
                            there == FIELDS
                                    ? null
                                    : DayDetails.readFrom(totals.currency(), reader));
                });
    }
}
