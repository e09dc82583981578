package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.forks.Fork;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal that forked, with both branches, as a gateway and head office tell of it.
 *
 * @param id names it in {@code /api/v1/forks/{id}}
 * @param at the first entry at which the branches differ
 * @param accepted the last entry that was taken
 * @param told the last entry of the other branch, as far as its device said
 * @param prunedUpTo the last entry of what was taken whose contents are pruned: such receipts are
 *     in no sum; null where none is
 * @param here receipts that were taken and are not on the other branch
 * @param there receipts of the other branch that were not taken
 * @param both receipts that stand on both
 */
@Serdeable.Serializable
public record ForkJson(
        String id,
        String store,
        String device,
        int epoch,
        long at,
        long accepted,
        String acceptedHash,
        long told,
        @Nullable Long prunedUpTo,
        SumJson here,
        SumJson there,
        SumJson both,
        boolean shortened,
        boolean partlyKnown,
        List<RowJson> rows) {
    @Serdeable.Serializable
    public record SumJson(long receipts, @Nullable Amount amount) {
        static SumJson of(Fork.Sum sum) {
            return new SumJson(sum.receipts(), sum.amount().map(Amount::of).orElse(null));
        }
    }

    @Serdeable.Serializable
    public record RowJson(long sequence, @Nullable ItemJson here, @Nullable ItemJson there) {
        static RowJson of(Fork.Row row) {
            return new RowJson(
                    row.sequence(),
                    row.here().map(ItemJson::of).orElse(null),
                    row.there().map(ItemJson::of).orElse(null));
        }
    }

    @Serdeable.Serializable
    public record ItemJson(
            String hash,
            String kind,
            long receipt,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime at,
            String operator,
            @Nullable Amount amount,
            boolean onBoth) {
        static ItemJson of(Fork.Item item) {
            return new ItemJson(
                    item.hash(),
                    item.kind(),
                    item.receipt(),
                    item.day().orElse(null),
                    item.at().orElse(null),
                    item.operator(),
                    item.amount().map(Amount::of).orElse(null),
                    item.onBoth());
        }
    }

    public static ForkJson of(Fork fork) {
        return new ForkJson(
                fork.id(),
                fork.journal().node().store(),
                fork.journal().node().device(),
                fork.journal().epoch(),
                fork.at(),
                fork.accepted().sequence(),
                fork.accepted().hash().hex(),
                fork.told().sequence(),
                fork.isPruned() ? fork.prunedUpTo() : null,
                SumJson.of(fork.here()),
                SumJson.of(fork.there()),
                SumJson.of(fork.both()),
                fork.isShortened(),
                fork.isPartlyKnown(),
                fork.rows().stream().map(RowJson::of).toList());
    }
}
