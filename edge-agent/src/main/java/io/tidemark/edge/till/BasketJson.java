package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.edge.record.Parked;
import io.tidemark.edge.record.TakenUp;
import io.tidemark.ledger.question.ParkedBasket;
import io.tidemark.ledger.question.ResumedBasket;
import io.tidemark.node.web.Amount;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suspended baskets, as a till program is told of them. */
final class BasketJson {
    private BasketJson() {}

    /**
     * A basket that waits.
     *
     * @param basket its id, as on its slip
     * @param at local time with its offset
     * @param total as it was priced then
     */
    @Serdeable
    record Waiting(
            String basket,
            String workstation,
            String businessDay,
            String at,
            String operator,
            int lines,
            Amount total) {
        static Waiting of(Parked parked, String workstation) {
            return new Waiting(
                    parked.basket(),
                    workstation,
                    parked.day().toString(),
                    parked.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                    parked.operator(),
                    parked.lines(),
                    Amount.of(parked.total()));
        }

        static Waiting of(ParkedBasket parked, ZoneId zone) {
            return new Waiting(
                    parked.basket(),
                    parked.workstation(),
                    parked.day().toString(),
                    local(parked.at(), zone),
                    parked.operator(),
                    parked.lines(),
                    Amount.of(parked.total()));
        }
    }

    /** A basket that this till has taken up and not finished. */
    @Serdeable
    record Held(String basket, String workstation, String businessDay) {
        static Held of(TakenUp taken) {
            return new Held(taken.basket(), taken.workstation(), taken.day().toString());
        }
    }

    /**
     * A basket of this till that another one has taken up.
     *
     * @param workstation where
     * @param at local time with its offset
     */
    @Serdeable
    record Gone(String basket, String workstation, String at) {
        static Gone of(ResumedBasket resumed, ZoneId zone) {
            return new Gone(resumed.basket(), resumed.workstation(), local(resumed.at(), zone));
        }
    }

    /**
     * @param here those that were suspended at this till and, as far as it knows, wait
     * @param resumedElsewhere those that were suspended at this till and taken up at another one
     * @param takenUp those that this till took up and has not finished
     * @param elsewhere those that other tills suspended, as far as the gateway knows
     * @param gateway ANSWERED, OFFLINE or TIMED_OUT: whether {@code elsewhere} says anything, and
     *     {@code resumedElsewhere} all
     */
    @Serdeable
    record All(
            List<Waiting> here,
            List<Gone> resumedElsewhere,
            List<Held> takenUp,
            List<Waiting> elsewhere,
            String gateway) {}

    /** A basket was suspended. */
    @Serdeable
    record Suspended(Waiting basket, Answers.Position entry) {}

    /**
     * What was in a basket, to be asked for again: articles are priced by today's catalogue, and
     * what was entered by hand is kept.
     *
     * @param total as it was priced when it was suspended
     */
    @Serdeable
    record Contents(
            String basket,
            String workstation,
            List<Requests.Line> lines,
            List<Requests.Discount> discounts,
            Requests.@Nullable Voided voided,
            Amount total) {}

    /** A basket was taken up again. */
    @Serdeable
    record Resumed(Contents basket, Answers.Position entry) {}

    static String local(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
