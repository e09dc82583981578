package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a till program is told of how the till stands, and what it sells by. */
final class StatusAnswers {
    private StatusAnswers() {}

    @Serdeable
    record Currency(String code, int digits) {}

    @Serdeable
    record TaxCategory(String code, String name, int ratePpm) {}

    /**
     * @param kind TILL or HANDHELD
     * @param operator of the last command
     * @param signOnNeeded whether the master data name operators: then nothing is recorded without
     *     one signed on
     * @param signedOn null while nobody is
     * @param lockAfterSeconds of nobody touching it the page locks the till; 0 for never
     * @param currency the store's, in which it sells
     * @param currencies in which the drawer may have cash, the store's first
     * @param recording whether the disk has room for more entries; if not, take no payment
     * @param settle where the count of the drawer stands
     * @param unconfirmed movements of cash that nobody else has confirmed
     * @param online whether the gateway has answered on the current connection
     * @param connection in words, for a person
     * @param epoch of the journal that is written now
     * @param quarantined whether the gateway has another history of that journal
     * @param unsent entries that no verified mark covers yet
     * @param marked the last verified mark; null before the first
     * @param notice what a person must know or do now; null if nothing
     * @param projection whether receipts can be listed, in words
     */
    @Serdeable
    record Status(
            String organisation,
            String store,
            String storeName,
            String device,
            int epoch,
            String workstation,
            String kind,
            @Nullable String businessDay,
            boolean dayOpen,
            boolean counted,
            boolean recording,
            int shift,
            String operator,
            boolean signOnNeeded,
            Answers.@Nullable Present signedOn,
            int lockAfterSeconds,
            Currency currency,
            List<Currency> currencies,
            CashAnswers.Standing settle,
            int unconfirmed,
            boolean online,
            String connection,
            boolean quarantined,
            long unsent,
            Answers.Position head,
            Answers.@Nullable Position marked,
            long lastReceipt,
            long lastZ,
            long masterDataVersion,
            List<TaxCategory> taxCategories,
            String projection,
            String time,
            @Nullable String notice,
            @Nullable SmallestCoin smallestCoin,
            boolean taxExcluded,
            List<ForeignCash> foreignCash) {}

    /**
     * By which what is paid in cash is rounded.
     *
     * @param halfUp whether half of one counts in full for what is to be paid
     */
    @Serdeable
    record SmallestCoin(Amount amount, boolean halfUp) {}

    /**
     * Foreign cash that is taken for goods; change is in the store's currency.
     *
     * @param rate store currency per unit
     */
    @Serdeable
    record ForeignCash(String currency, int digits, String rate) {}
}
