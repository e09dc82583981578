package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/**
 * Goods were counted, blind: whoever counted was not shown what should be there.
 *
 * @param reference what was counted, such as a shelf or a list's number; may be empty
 */
public record StockCounted(String reference, List<StockLine> lines) implements Event {
    public StockCounted {
        lines = List.copyOf(lines);
        Items.within(reference, Limits.CODE_MAX, "a reference");
        if (lines.isEmpty()) throw new IllegalArgumentException("a count needs a line");
        Items.atMost(lines.size(), Limits.LINES_MAX, "lines in one count");
        if (lines.stream().map(StockLine::plu).distinct().count() != lines.size())
            throw new IllegalArgumentException(
                    "an article stands once in a count: add its quantities up");
    }

    void writeTo(CborWriter writer) {
        writer.array(2).text(reference).list(lines, StockLine::writeTo);
    }

    static StockCounted readFrom(CborReader reader) {
        return reader.fields(
                2,
                () ->
                        new StockCounted(
                                Items.code(reader),
                                reader.list(Limits.LINES_MAX, () -> StockLine.readFrom(reader))));
    }
}
