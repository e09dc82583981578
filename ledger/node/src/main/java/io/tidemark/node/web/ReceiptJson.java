package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TransactionDetails;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in JSON, the same wherever it is told by what its device signed.
 *
 * @param kind {@code sale}, {@code return} or {@code post-void}
 * @param shift of the operator at that device; 0 where nobody signs on
 * @param approvals what a supervisor allowed
 * @param reason of a return or a post-void, may be empty
 * @param voided what was taken out before it was paid; null where nothing was
 * @param basket id of the suspended basket that it was; null where it was none
 * @param undone the receipt that a post-void takes back; null of any other
 * @param ageCheck null where nothing asked for one
 */
@Serdeable
public record ReceiptJson(
        long number,
        String kind,
        String workstation,
        String businessDay,
        OffsetDateTime at,
        String operator,
        long shift,
        List<LineJson> lines,
        List<DiscountJson> discounts,
        List<ApprovalJson> approvals,
        String reason,
        @Nullable VoidedJson voided,
        @Nullable String basket,
        @Nullable UndoneJson undone,
        List<PaidJson> tenders,
        Amount change,
        Amount total,
        @Nullable AgeJson ageCheck) {
    public static ReceiptJson of(ReceiptView view) {
        RetailTransaction transaction = view.transaction();
        TransactionDetails details = view.details();
        return new ReceiptJson(
                view.header().receipt(),
                view.kind(),
                view.header().workstation(),
                view.header().businessDay().toString(),
                view.header().at(),
                view.header().operator(),
                view.header().shift(),
                LineJson.of(transaction.lines(), details.discounts()),
                details.discounts().stream().map(DiscountJson::of).toList(),
                details.approvals().stream().map(ApprovalJson::of).toList(),
                details.reason(),
                VoidedJson.of(details.voided()),
                details.basket(),
                view.undone().map(UndoneJson::of).orElse(null),
                transaction.tenders().stream().map(PaidJson::of).toList(),
                Amount.of(transaction.change()),
                Amount.of(transaction.total()),
                AgeJson.of(details.age()));
    }

    /**
     * @param kind {@code LINE} or {@code BASKET}
     * @param ratePpm of what was left before it, in parts per million; 0 for an amount
     * @param amount what it took off in all; negative where goods come back
     */
    @Serdeable
    public record DiscountJson(String kind, String reason, int ratePpm, Amount amount) {
        public static DiscountJson of(Discount discount) {
            return new DiscountJson(
                    discount.kind().name(),
                    discount.reason(),
                    discount.ratePpm(),
                    Amount.of(discount.amount()));
        }
    }

    @Serdeable
    public record ApprovalJson(String act, String supervisor, String reason) {
        public static ApprovalJson of(Approval approval) {
            return new ApprovalJson(approval.act(), approval.supervisor(), approval.reason());
        }
    }

    @Serdeable
    public record VoidedJson(int lines, Amount amount) {
        static @Nullable VoidedJson of(TransactionDetails.@Nullable VoidedLines voided) {
            return voided == null
                    ? null
                    : new VoidedJson(voided.lines(), Amount.of(voided.amount()));
        }
    }

    @Serdeable
    public record UndoneJson(String workstation, String day, long receipt) {
        static UndoneJson of(OriginalReceipt undone) {
            return new UndoneJson(undone.workstation(), undone.day().toString(), undone.receipt());
        }
    }

    /**
     * @param amount in its own currency
     * @param base what that counted as
     * @param rate store currency per unit of its own; null where they are one
     * @param giftCard the card that it was paid with, or back to; null where it was none
     */
    @Serdeable
    public record PaidJson(
            String type,
            Amount amount,
            Amount base,
            @Nullable String rate,
            @Nullable CardJson giftCard) {
        public static PaidJson of(Tender tender) {
            return new PaidJson(
                    tender.type().code(),
                    Amount.of(tender.amount()),
                    Amount.of(tender.base()),
                    tender.amount().currency().equals(tender.base().currency())
                            ? null
                            : tender.rate().value().toPlainString(),
                    CardJson.of(tender.card()));
        }
    }

    /**
     * @param checked whether its balance was known to suffice
     */
    @Serdeable
    public record CardJson(String number, boolean checked) {
        static @Nullable CardJson of(@Nullable CardUse card) {
            return card == null ? null : new CardJson(card.number(), card.checked());
        }
    }

    /**
     * That the customer was old enough; no more is kept.
     *
     * @param how DOCUMENT or APPEARANCE
     */
    @Serdeable
    public record AgeJson(int years, String how) {
        public static @Nullable AgeJson of(@Nullable AgeCheck age) {
            return age == null ? null : new AgeJson(age.years(), age.how().name());
        }
    }
}
