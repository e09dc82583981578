package io.tidemark.lab.retail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Writes the CSV files that tests read. */
final class Csv {
    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice";

    private Csv() {}

    static RetailFile file(Path dir, String... rows) {
        return file(
                dir,
                (HEADER + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static RetailFile file(Path dir, byte[] content) {
        try {
            Path file = dir.resolve("rows.csv");
            Files.write(file, content);
            return RetailFile.at(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TradingDay day(Path dir, String... rows) {
        return TradingDay.read(file(dir, rows), Optional.empty(), MinorUnits.of("GBP"));
    }

    static TradingDay dayOf(RetailFile file, String day, String currency) {
        return TradingDay.read(file, Optional.of(LocalDate.parse(day)), MinorUnits.of(currency));
    }

    static SourceTotals totals(TradingDay day) {
        return Dealing.deal(day, 1, 1).getFirst().totals();
    }
}
