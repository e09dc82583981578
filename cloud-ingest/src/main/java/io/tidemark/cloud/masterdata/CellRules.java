package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.CsvRow.BadCell;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a table's cells must be, each by itself: so that of a bad row everything is named that is
 * bad, and not only what its reading came upon first.
 */
final class CellRules {
    private static final Map<Table, Map<String, Function<String, ?>>> READINGS =
            Map.of(
                    Table.TAXES,
                    Map.of("rate", PerCent::read),
                    Table.PRODUCTS,
                    Map.of(
                            "price",
                            UnitPrice::of,
                            "currency",
                            CurrencyCode::new,
                            "unit",
                            Unit::of,
                            "cost",
                            UnitPrice::of,
                            "kind",
                            SoldAsRows::kind,
                            "age",
                            SoldAsRows::age),
                    Table.PRICES,
                    Map.of(
                            "currency",
                            CurrencyCode::new,
                            "from",
                            CsvRow::day,
                            "price",
                            UnitPrice::of),
                    Table.OPERATORS,
                    Map.of("role", OperatorRows::role, "pin", OperatorRows::pin),
                    Table.RULES,
                    Map.of(
                            "act",
                            RuleActs::known,
                            "alone",
                            PerCent::read,
                            "tolerance",
                            RuleRows::tolerances,
                            "recounts",
                            RuleRows::recounts),
                    Table.TERMS,
                    Map.of(
                            "currency",
                            CurrencyCode::new,
                            "prices",
                            TradeRows::taxExcluded,
                            "vat",
                            TradeRows::taxPerReceipt,
                            "rounding",
                            TradeRows::scheme),
                    Table.RATES,
                    Map.of(
                            "currency",
                            CurrencyCode::new,
                            "foreign",
                            CurrencyCode::new,
                            "rate",
                            TradeRows::rate),
                    Table.CODES,
                    Map.of("currency", CurrencyCode::new, "decimals", TradeRows::decimals),
                    Table.EXCHANGE,
                    Map.ofEntries(
                            Map.entry("currency", CurrencyCode::new),
                            Map.entry("foreign", CurrencyCode::new),
                            Map.entry("from", CsvRow::day),
                            Map.entry("mid", TradeRows::rate),
                            Map.entry("buy", TradeRows::rate),
                            Map.entry("sell", TradeRows::rate),
                            Map.entry("low", TradeRows::rate),
                            Map.entry("high", TradeRows::rate),
                            Map.entry("commission", PerCent::read),
                            Map.entry("outside", ExchangeRows::isNever),
                            Map.entry("beyond", ExchangeRows::isNever)),
                    Table.IDENTIFICATION,
                    Map.of("currency", CurrencyCode::new, "days", ExchangeRows::days));

    /** Java's maps of pairs end at ten. */
    private static final Map<Table, Map<String, Function<String, ?>>> MORE =
            Map.of(
                    Table.BUSINESS,
                    Map.of("country", TradeRows::country, "seatcountry", TradeRows::country));

    private CellRules() {}

    /** Besides the one that is named already, in the order of the table's columns. */
    static List<BadCell> alsoBad(Table table, CsvRow row, BadCell named) {
        return table.columns().stream()
                .filter(column -> !column.equals(named.column()))
                .flatMap(column -> bad(table, row, column).stream())
                .toList();
    }

    private static Optional<BadCell> bad(Table table, CsvRow row, String column) {
        Function<String, ?> reading =
                READINGS.getOrDefault(table, MORE.getOrDefault(table, Map.of()))
                        .getOrDefault(column, text -> text);
        try {
            if (table.needed().contains(column)) row.needed(column);
            row.optional(column, reading);
            return Optional.empty();
        } catch (BadCell bad) {
            return Optional.of(bad);
        }
    }
}
