package io.tidemark.fog;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.running.Reply;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.TenderJson;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line reads of what the gateway's API tells of a close-down. */
final class CloseDownJson {
    static final String BLOCKED = "BLOCKED";
    static final String STOPPED = "STOPPED";
    static final String AGREED = "AGREED";

    private CloseDownJson() {}

    static <T> T read(Reply reply, Class<T> as) {
        try {
            return ObjectMapper.getDefault().readValue(reply.bytes(), Argument.of(as));
        } catch (IOException e) {
            throw reply.unreadable(e);
        }
    }

    @Serdeable.Deserializable
    record Status(String businessDay) {}

    @Serdeable.Deserializable
    record Block(String device, String text, boolean canBeLeftOut) {}

    @Serdeable.Deserializable
    record Checklist(
            String day,
            String state,
            String closeBy,
            boolean overdue,
            List<Block> blockers,
            List<Z> closed) {}

    @Serdeable.Deserializable
    record Z(
            String title,
            String day,
            int supplement,
            String status,
            @Nullable String closedAt,
            String operator,
            @Nullable Allowed allowed,
            Sums totals,
            Grand grandTotals) {}

    @Serdeable.Deserializable
    record Allowed(String supervisor, String name, String reason) {}

    @Serdeable.Deserializable
    record Sums(
            long transactions,
            long returns,
            Amount gross,
            Amount net,
            Amount tax,
            Amount returned,
            List<TenderJson> tenders) {}

    @Serdeable.Deserializable
    record Grand(Amount net) {}

    @Serdeable.Deserializable
    record Log(List<Leaf> days) {}

    /**
     * @param computedAgain null where it was done before the gateway was started, or is to begin
     */
    @Serdeable.Deserializable
    record Leaf(String day, int supplement, @Nullable Again computedAgain) {}

    @Serdeable.Deserializable
    record Again(String state, int percent, List<String> differences) {}

    /** Of a refusal (RFC 9457). */
    @Serdeable.Deserializable
    record Problem(String type, String detail, @Nullable List<Block> blockers) {
        List<Block> standing() {
            return blockers == null ? List.of() : blockers;
        }

        boolean wantsApproval() {
            return type.endsWith(":approval");
        }
    }
}
