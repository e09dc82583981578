package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.ReceiptKind;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.question.ReturnedPart;
import io.tidemark.node.web.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A receipt, and what of it can still come back. */
final class ReturnsJson {
    private ReturnsJson() {}

    /**
     * @param kind SALE, RETURN or POST_VOID
     * @param gatewayAsked whether what came back at other tills is told
     */
    @Serdeable
    record Receipt(
            String store,
            String workstation,
            String day,
            long receipt,
            String kind,
            boolean gatewayAsked,
            Amount total,
            List<Sold> lines) {
        static Receipt of(ReceiptSearch.Result.Whole whole, List<Long> here, String own) {
            OriginalReceipt receipt = whole.receipt();
            List<Sold> lines = new ArrayList<>();
            for (Line line : whole.given().lines()) {
                int number = lines.size() + 1;
                long back =
                        Math.max(here.get(number - 1), told(whole, number, own, true))
                                + told(whole, number, own, false);
                lines.add(Sold.of(number, line, back));
            }
            return new Receipt(
                    receipt.store(),
                    receipt.workstation(),
                    receipt.day().toString(),
                    receipt.receipt(),
                    ReceiptKind.of(whole.given()).name(),
                    whole.gatewayAsked(),
                    Amount.of(whole.given().total()),
                    lines);
        }

        private static long told(
                ReceiptSearch.Result.Whole whole, int line, String own, boolean here) {
            return whole.returned().stream()
                    .filter(part -> part.line() == line)
                    .filter(part -> part.workstation().equals(own) == here)
                    .map(ReturnedPart::quantity)
                    .mapToLong(Quantity::thousandths)
                    .reduce(0, Math::addExact);
        }
    }

    /**
     * @param line numbered from 1
     * @param paid for all that was sold, after discounts
     */
    @Serdeable
    record Sold(
            int line,
            String plu,
            String description,
            String unit,
            String sold,
            String returned,
            String left,
            Amount paid) {
        static Sold of(int number, Line line, long back) {
            long sold = line.quantity().thousandths();
            return new Sold(
                    number,
                    line.plu(),
                    line.description(),
                    line.quantity().unit().code(),
                    text(sold),
                    text(back),
                    text(Math.max(0, sold - back)),
                    Amount.of(line.gross()));
        }

        private static String text(long thousandths) {
            return BigDecimal.valueOf(thousandths, Quantity.PLACES_MAX)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
