package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/** The drawer was opened without a sale. */
public record NoSale(String reason, List<Approval> approvals) implements Event {
    public NoSale {
        Items.within(reason, Limits.TEXT_MAX, "a reason");
        approvals = Approval.few(approvals);
    }

    /** That nobody had to allow. */
    public NoSale(String reason) {
        this(reason, List.of());
    }

    void writeTo(CborWriter writer) {
        writer.array(approvals.isEmpty() ? 1 : 2).text(reason);
        if (!approvals.isEmpty()) Approval.writeAll(approvals, writer);
    }

    static NoSale readFrom(CborReader reader) {
        return reader.fields(
                1,
                2,
                there ->
                        new NoSale(
                                reader.text(Limits.TEXT_MAX),
                                there == 2 ? Approval.readAll(reader) : List.of()));
    }
}
