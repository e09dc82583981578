package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.forks.Fork;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal that forked, with both branches.
 *
 * @param id names it in {@code /api/v1/forks/{id}}
 * @param at the first entry at which the branches differ
 * @param accepted the last entry that was taken
 * @param told the last entry of the other branch, as far as its device said
 * @param here receipts that were taken and are not on the other branch
 * @param there receipts of the other branch that were not taken
 * @param both receipts that stand on both
 */
@Serdeable
record ForkTold(
        String id,
        String device,
        int epoch,
        long at,
        long accepted,
        String acceptedHash,
        long told,
        Sum here,
        Sum there,
        Sum both,
        boolean shortened,
        boolean partlyKnown,
        List<Row> rows) {
    @Serdeable
    record Sum(long receipts, ZTold.@Nullable Amount amount) {
        static Sum of(Fork.Sum sum) {
            return new Sum(sum.receipts(), sum.amount().map(ZTold.Amount::of).orElse(null));
        }
    }

    @Serdeable
    record Row(long sequence, @Nullable Item here, @Nullable Item there) {
        static Row of(Fork.Row row) {
            return new Row(
                    row.sequence(),
                    row.here().map(Item::of).orElse(null),
                    row.there().map(Item::of).orElse(null));
        }
    }

    @Serdeable
    record Item(
            String hash,
            String kind,
            long receipt,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime at,
            String operator,
            ZTold.@Nullable Amount amount,
            boolean onBoth) {
        static Item of(Fork.Item item) {
            return new Item(
                    item.hash(),
                    item.kind(),
                    item.receipt(),
                    item.day().orElse(null),
                    item.at().orElse(null),
                    item.operator(),
                    item.amount().map(ZTold.Amount::of).orElse(null),
                    item.onBoth());
        }
    }

    static ForkTold of(Fork fork) {
        return new ForkTold(
                fork.id(),
                fork.journal().node().device(),
                fork.journal().epoch(),
                fork.at(),
                fork.accepted().sequence(),
                fork.accepted().hash().hex(),
                fork.told().sequence(),
                Sum.of(fork.here()),
                Sum.of(fork.there()),
                Sum.of(fork.both()),
                fork.isShortened(),
                fork.isPartlyKnown(),
                fork.rows().stream().map(Row::of).toList());
    }
}
