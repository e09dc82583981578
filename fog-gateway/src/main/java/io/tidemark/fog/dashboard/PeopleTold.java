package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.fog.ledger.GatewayPeople;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who worked in the store, as JSON. Times are the devices', with their offset. */
final class PeopleTold {
    private PeopleTold() {}

    /**
     * @param receipts sales, returns and post-voids together
     * @param grossMinor of all of them
     */
    @Serdeable
    record Sales(long receipts, long grossMinor, String currency) {
        static Sales of(GatewayPeople.ShiftSales sales) {
            return new Sales(sales.receipts(), sales.gross(), sales.currency());
        }
    }

    /**
     * @param shift numbered at its device
     * @param name empty where nobody had to sign on
     * @param began null where that was on an earlier day, or nobody had to sign on
     * @param ended null while it goes on
     */
    @Serdeable
    record Shift(
            String device,
            String workstation,
            int shift,
            String operator,
            String name,
            String role,
            @Nullable String began,
            @Nullable String ended,
            List<Sales> sales) {
        static Shift of(PeopleOfDay.Shift shift) {
            return new Shift(
                    shift.device(),
                    shift.workstation(),
                    shift.number(),
                    shift.operator(),
                    shift.name(),
                    shift.role(),
                    shift.began().map(OffsetDateTime::toString).orElse(null),
                    shift.ended().map(OffsetDateTime::toString).orElse(null),
                    shift.sales().stream().map(Sales::of).toList());
        }
    }

    /**
     * @param kind SIGN_ON, SIGN_OFF, LOCK, UNLOCK, TRAINING_ON or TRAINING_OFF; who switches signs
     *     off and on
     */
    @Serdeable
    record Session(
            String device,
            String workstation,
            String at,
            String kind,
            String operator,
            String name,
            String role,
            int shift) {
        static Session of(GatewayPeople.Session session) {
            return new Session(
                    session.device(),
                    session.workstation(),
                    session.at().toString(),
                    session.kind(),
                    session.operator(),
                    session.name(),
                    session.role(),
                    session.shift());
        }
    }

    @Serdeable
    record Day(String day, List<Shift> shifts, List<Session> sessions) {}

    /**
     * @param act such as DISCOUNT, NO_SALE, PAID_OUT, BASKET_VOID
     * @param reason the operator's, may be empty
     * @param supervisor null where nobody had to allow it
     * @param allowedFor the supervisor's reason
     * @param contents the goods of a basket that was given up
     * @param receipt null where it was none
     */
    @Serdeable
    record Act(
            String device,
            String workstation,
            String at,
            String operator,
            int shift,
            String act,
            String reason,
            @Nullable String supervisor,
            @Nullable String allowedFor,
            @Nullable String contents,
            @Nullable Long amountMinor,
            @Nullable String currency,
            @Nullable Long receipt) {
        static Act of(GatewayPeople.Act act) {
            boolean isAllowed = !act.supervisor().isEmpty();
            return new Act(
                    act.device(),
                    act.workstation(),
                    act.at().toString(),
                    act.operator(),
                    act.shift(),
                    act.act(),
                    act.reason(),
                    isAllowed ? act.supervisor() : null,
                    isAllowed ? act.allowedFor() : null,
                    act.contents().isEmpty() ? null : act.contents(),
                    act.amount().isPresent() ? act.amount().getAsLong() : null,
                    act.currency().orElse(null),
                    act.receipt() == 0 ? null : act.receipt());
        }
    }
}
