package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.money.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was sold of one article, less what came back, in JSON.
 *
 * @param kind GOODS, but for deposits, gift cards and the like
 * @param quantity a decimal, with its sign
 * @param unit UN/ECE
 * @param name as the master data has it by now; null where nobody knows one
 */
@Serdeable
public record ProductJson(
        String plu,
        String department,
        String kind,
        long lines,
        String quantity,
        String unit,
        Amount gross,
        Amount net,
        Amount tax,
        @Nullable String name) {
    static ProductJson of(ProductTotal row, Map<String, String> names) {
        return new ProductJson(
                row.plu(),
                row.key().department(),
                row.key().kind().name(),
                row.lines(),
                BigDecimal.valueOf(row.thousandths(), Quantity.PLACES_MAX).toPlainString(),
                row.key().unit().code(),
                Amount.of(row.gross()),
                Amount.of(row.net()),
                Amount.of(row.tax()),
                names.get(row.plu()));
    }
}
