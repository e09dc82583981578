package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scanner program is told about goods. */
final class GoodsAnswers {
    private GoodsAnswers() {}

    /**
     * A movement or a count that is on disk.
     *
     * @param kind DELIVERY, WASTE, TRANSFER_OUT, TRANSFER_IN or COUNT
     * @param reference of the paper; of a transfer its number, by which the other store takes it in
     * @param party the supplier or the other store
     * @param at local time with its offset
     * @param catalogueCost of what goes to another store, how many lines the gateway told no
     *     average cost of, so that they cost what the catalogue says; null for all else, and where
     *     the command was recorded before
     */
    @Serdeable
    record Recorded(
            String kind,
            String reference,
            String party,
            String reason,
            String businessDay,
            String at,
            String operator,
            List<Line> lines,
            Answers.Position entry,
            @Nullable Integer catalogueCost) {
        Recorded atCatalogueCost(@Nullable Integer count) {
            return new Recorded(
                    kind, reference, party, reason, businessDay, at, operator, lines, entry, count);
        }
    }

    /**
     * A line, numbered from 1.
     *
     * @param cost of all of it; null where nobody knows
     */
    @Serdeable
    record Line(
            int number,
            String plu,
            @Nullable String gtin,
            String description,
            String department,
            String quantity,
            String unit,
            @Nullable Amount cost) {}

    /**
     * A shelf that was looked at.
     *
     * @param right whether the shelf shows what the till asks; if not, it needs another label
     * @param listed what the till asks
     */
    @Serdeable
    record ShelfChecked(
            String plu,
            String description,
            boolean right,
            String shelf,
            String listed,
            String currency,
            String businessDay,
            Answers.Position entry) {}

    /**
     * What the store has of an article.
     *
     * @param known false while the gateway is not connected, or does not know
     * @param quantity what there should be, negative where more went than ever came; null unless
     *     known
     * @param counted when it was last counted (UTC); null where it never was
     * @param why it is not known, for a person; empty if it is
     */
    @Serdeable
    record OnHand(
            boolean known,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String counted,
            String why) {}

    /**
     * Something that was done, in a list.
     *
     * @param kind of the movement, COUNT, SHELF_RIGHT or SHELF_WRONG
     * @param reference of the paper; of a shelf its PLU
     * @param reason why goods were thrown away; of a shelf what stands on it
     */
    @Serdeable
    record Done(
            int epoch,
            long sequence,
            @Nullable String commandId,
            String kind,
            String reference,
            String party,
            String reason,
            String at,
            String operator,
            int lines) {}
}
