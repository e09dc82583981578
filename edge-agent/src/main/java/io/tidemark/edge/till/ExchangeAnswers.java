package io.tidemark.edge.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a till that exchanges currencies answers. Rates are decimal text, store currency per unit.
 */
final class ExchangeAnswers {
    private ExchangeAnswers() {}

    /**
     * @param identifyFrom from which amount within {@code identifyDays} papers are to be seen; null
     *     where head office asks for none
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Rates(
            String day,
            String currency,
            List<Rate> rates,
            @Nullable Amount identifyFrom,
            int identifyDays,
            List<String> documents) {}

    /**
     * @param from the business day on which these began to hold
     * @param note the smallest amount that is exchanged
     */
    @Serdeable
    record Rate(
            String currency,
            String from,
            String mid,
            String buy,
            String sell,
            String low,
            String high,
            Amount note,
            int commissionPpm,
            Amount commissionLeast) {}

    /**
     * @param customer what they hand over (SELL) or get (BUY)
     * @param allowed whether a cashier may exchange at this rate alone
     * @param never whether nobody may, a supervisor neither
     */
    @Serdeable
    record Quote(
            String way,
            Amount foreign,
            Amount base,
            Amount commission,
            Amount customer,
            String rate,
            boolean allowed,
            boolean never) {}

    /**
     * @param spread what it earned against the middle rate, without commission
     * @param undoes the receipt that it takes back; 0 where it is none
     */
    @Serdeable
    record Exchanged(
            String receiptId,
            long receipt,
            String businessDay,
            String at,
            String operator,
            String way,
            Amount foreign,
            Amount base,
            Amount commission,
            Amount customer,
            String rate,
            String mid,
            Amount spread,
            String customerReference,
            String document,
            long undoes,
            Answers.Position position) {}
}
