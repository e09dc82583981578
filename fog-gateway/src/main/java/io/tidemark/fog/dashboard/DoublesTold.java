package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.GatewayTransfers;
import io.tidemark.fog.question.Doubles;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.node.web.Amount;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done twice, as JSON. */
final class DoublesTold {
    private DoublesTold() {}

    /**
     * @param over what was spent beyond what was on it
     */
    @Serdeable
    record Overspent(String number, Amount over, List<CardMove> moves) {
        static Overspent of(Doubles.Overspent card) {
            return new Overspent(
                    card.number(),
                    amount(card.over(), card.moves().getFirst().currency()),
                    card.moves().stream().map(CardMove::of).toList());
        }
    }

    /**
     * @param checked whether the till knew that there was enough on it
     */
    @Serdeable
    record CardMove(
            String workstation,
            String day,
            long receipt,
            String at,
            String operator,
            Amount loaded,
            Amount spent,
            boolean checked) {
        static CardMove of(GatewayCards.Move move) {
            return new CardMove(
                    move.workstation(),
                    move.day().toString(),
                    move.receipt(),
                    move.at().toString(),
                    move.operator(),
                    amount(move.loaded(), move.currency()),
                    amount(move.spent(), move.currency()),
                    move.checked());
        }
    }

    private static Amount amount(long minor, String currency) {
        return Amount.of(new Money(minor, new CurrencyCode(currency)));
    }

    /** A line of a receipt, numbered from 1; {@code day} as yyyy-mm-dd. */
    @Serdeable
    record Original(String workstation, String day, long receipt, int line) {
        static Original of(OriginalLine line) {
            return new Original(
                    line.workstation(), line.day().toString(), line.receipt(), line.line());
        }
    }

    /**
     * @param receipt of the return, at its workstation
     * @param grossMinor negative, as on the return
     * @param checked whether it was held against the receipt when it was taken
     */
    @Serdeable
    record Return(
            String device,
            String workstation,
            String day,
            long receipt,
            OffsetDateTime at,
            String operator,
            String quantity,
            long grossMinor,
            String currency,
            boolean checked) {
        static Return of(GatewayReturns.Return returned) {
            return new Return(
                    returned.device(),
                    returned.workstation(),
                    returned.day().toString(),
                    returned.receipt(),
                    returned.at(),
                    returned.operator(),
                    text(returned.quantity()),
                    returned.gross(),
                    returned.currency(),
                    returned.checked());
        }
    }

    /**
     * @param sold null where the receipt is not here
     */
    @Serdeable
    record ReturnedTwice(
            Original original,
            String description,
            @Nullable String sold,
            String returned,
            String unit,
            List<Return> returns) {
        static ReturnedTwice of(Doubles.ReturnedTwice twice) {
            return new ReturnedTwice(
                    Original.of(twice.line()),
                    twice.description(),
                    twice.sold().map(DoublesTold::text).orElse(null),
                    text(twice.returned()),
                    twice.returned().unit().code(),
                    twice.returns().stream().map(Return::of).toList());
        }
    }

    @Serdeable
    record Resumed(
            String device, String workstation, String day, OffsetDateTime at, String operator) {
        static Resumed of(GatewayBaskets.Resumed resumed) {
            return new Resumed(
                    resumed.device(),
                    resumed.workstation(),
                    resumed.day().toString(),
                    resumed.at(),
                    resumed.operator());
        }
    }

    @Serdeable
    record Paid(String workstation, String day, long receipt, long grossMinor, String currency) {
        static Paid of(GatewayBaskets.Paid paid) {
            return new Paid(
                    paid.workstation(),
                    paid.day().toString(),
                    paid.receipt(),
                    paid.gross(),
                    paid.currency());
        }
    }

    /** The receipts it became stand for what was paid. */
    @Serdeable
    record ResumedTwice(
            String basket,
            @Nullable String suspendedAt,
            List<Resumed> resumed,
            List<Paid> receipts) {
        static ResumedTwice of(Doubles.ResumedTwice twice) {
            return new ResumedTwice(
                    twice.basket(),
                    twice.suspended().map(GatewayBaskets.Suspended::workstation).orElse(null),
                    twice.resumed().stream().map(Resumed::of).toList(),
                    twice.paid().stream().map(Paid::of).toList());
        }
    }

    /**
     * @param store the other one
     * @param reference the transfer's number
     */
    @Serdeable
    record Transfer(
            String store,
            String reference,
            String device,
            String day,
            OffsetDateTime at,
            String operator,
            int lines) {
        static Transfer of(GatewayTransfers.Transfer transfer) {
            return new Transfer(
                    transfer.place(),
                    transfer.reference(),
                    transfer.device(),
                    transfer.day().toString(),
                    transfer.at(),
                    transfer.operator(),
                    transfer.lines());
        }
    }

    /** A basket that waits for its customer. */
    @Serdeable
    record Waiting(
            String basket,
            String workstation,
            String day,
            OffsetDateTime at,
            String operator,
            int lines,
            long grossMinor,
            String currency) {
        static Waiting of(GatewayBaskets.Suspended basket) {
            return new Waiting(
                    basket.basket(),
                    basket.workstation(),
                    basket.day().toString(),
                    basket.at(),
                    basket.operator(),
                    basket.lines(),
                    basket.gross(),
                    basket.currency());
        }
    }

    static String text(Quantity quantity) {
        return quantity.value().toPlainString();
    }
}
