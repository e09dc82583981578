package io.tidemark.edge.till;

import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The coins and notes of a currency that are in circulation, as the bank that issues them says it:
 * {@code denominations.csv}, where each line names its source. Those of CHF, DKK, EUR, KWD, NOK,
 * NZD, SAR and SEK were held in November 2026 against what these banks published, or had announced,
 * of what is in circulation. What is issued no more stays in as long as it is taken (500 euros),
 * and is out once it is not (1,000 kroner of Denmark). Of another currency a count is one amount.
 */
final class Denominations {
    private static final String RESOURCE = "/till/denominations.csv";
    private static final Map<String, Denominations> ALL = read();

    private final CurrencyCode currency;
    private final List<Long> notes;
    private final List<Long> coins;
    private final String source;

    private Denominations(
            CurrencyCode currency, List<Long> notes, List<Long> coins, String source) {
        this.currency = currency;
        this.notes = notes;
        this.coins = coins;
        this.source = source;
    }

    /** Of one that the table does not have, none. */
    static Denominations of(CurrencyCode currency) {
        return ALL.getOrDefault(
                currency.code(), new Denominations(currency, List.of(), List.of(), ""));
    }

    /** Minor units of each note, the largest first. */
    List<Long> notes() {
        return notes;
    }

    /** Minor units of each coin, the largest first. */
    List<Long> coins() {
        return coins;
    }

    /** Who says so; empty where nobody does. */
    String source() {
        return source;
    }

    boolean isKnown() {
        return !source.isEmpty();
    }

    /**
     * @throws IllegalArgumentException for a coin or note that this currency does not have
     */
    void require(CountedTender.Pieces pieces) {
        if (!isKnown() || notes.contains(pieces.face()) || coins.contains(pieces.face())) return;
        throw new IllegalArgumentException(
                "there is no coin or note of "
                        + new Money(pieces.face(), currency)
                        + " in circulation: count by those that there are, or give the amount alone");
    }

    private static Map<String, Denominations> read() {
        try (InputStream file =
                        Objects.requireNonNull(
                                Denominations.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(Denominations::parsed)
                    .collect(Collectors.toMap(one -> one.currency.code(), Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static Denominations parsed(String line) {
        List<String> cells = List.of(line.split(";", 4));
        CurrencyCode currency = new CurrencyCode(cells.get(0));
        return new Denominations(
                currency,
                faces(cells.get(1), currency),
                faces(cells.get(2), currency),
                cells.get(3));
    }

    private static List<Long> faces(String cell, CurrencyCode currency) {
        return Stream.of(cell.split(" "))
                .map(face ->
                        new BigDecimal(face).movePointRight(currency.digits()).longValueExact())
                .toList();
    }
}
