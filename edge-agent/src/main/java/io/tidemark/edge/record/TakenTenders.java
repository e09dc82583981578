package io.tidemark.edge.record;

import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a till is paid: what SAF-T Cash Register 1.00 tells apart in its code list 12. A till that is
 * not told by the card terminal what kind of card it was takes CARD. A type that was mistyped would
 * be a tender of its own in every figure from then on, so there are no others.
 */
final class TakenTenders {
    private static final List<TenderType> ALL =
            List.of(
                    TenderType.CASH,
                    TenderType.CARD,
                    TenderType.DEBIT_CARD,
                    TenderType.CREDIT_CARD,
                    new TenderType("VOUCHER"),
                    TenderType.GIFT_CARD,
                    new TenderType("CREDIT_NOTE"),
                    new TenderType("CHEQUE"),
                    new TenderType("MOBILE"),
                    new TenderType("BANK"),
                    new TenderType("ACCOUNT"),
                    new TenderType("POINTS"),
                    new TenderType("DEPOSIT"),
                    new TenderType("OTHER"));

    private TakenTenders() {}

    /** Why it is not paid so; a gift card is one by its number only. */
    static Optional<String> refusal(Tender tender) {
        if (tender.type().equals(TenderType.GIFT_CARD) && tender.card() == null)
            return Optional.of(
                    "a gift card is paid with by its number: give the number, or use VOUCHER for one"
                            + " that was bought elsewhere");
        return refusal(tender.type());
    }

    /** Why there are none of this type. */
    static Optional<String> refusal(TenderType type) {
        return ALL.contains(type)
                ? Optional.empty()
                : Optional.of(
                        "there is no tender type '"
                                + type
                                + "': use one of "
                                + ALL.stream()
                                        .map(TenderType::code)
                                        .collect(Collectors.joining(", ")));
    }
}
