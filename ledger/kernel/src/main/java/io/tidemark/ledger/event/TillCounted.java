package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/**
 * The drawer was counted. A later count of the same day replaces an earlier one in the close-down.
 */
public record TillCounted(List<CountedTender> counted) implements Event {
    public TillCounted {
        counted = List.copyOf(counted);
        Items.atMost(counted.size(), Limits.TENDERS_MAX, "counted tenders");
        long kinds =
                counted.stream()
                        .map(c -> c.type().code() + c.amount().currency().code())
                        .distinct()
                        .count();
        if (kinds != counted.size())
            throw new IllegalArgumentException("count each tender and currency once");
    }

    void writeTo(CborWriter writer) {
        writer.array(1).list(counted, CountedTender::writeTo);
    }

    static TillCounted readFrom(CborReader reader) {
        return reader.fields(
                1,
                () ->
                        new TillCounted(
                                reader.list(
                                        Limits.TENDERS_MAX, () -> CountedTender.readFrom(reader))));
    }
}
