package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.util.Locale;

/** What the till refused, as a web answer with the status that a program acts on. */
final class RefusalTold {
    private RefusalTold() {}

    /** An id that another command was recorded under. */
    static Refusal reused(long sequence) {
        return new Refusal(
                Problem.of(
                                HttpStatus.CONFLICT,
                                "this commandId belongs to another command, recorded as entry "
                                        + sequence
                                        + ": make a new id for a new command, and repeat a command unchanged")
                        .ofKind("command-id-reused"));
    }

    /** Whoever waited for the till learns nothing any more. */
    static Refusal stopping() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "the till is stopping; repeat the command when it is back");
    }

    static Refusal of(io.tidemark.edge.record.Refusal refusal) {
        HttpStatus status =
                switch (refusal.kind()) {
                    case NO_ROOM -> HttpStatus.INSUFFICIENT_STORAGE;
                    case NOT_SIGNED_ON, LOCKED, PIN, APPROVAL -> HttpStatus.FORBIDDEN;
                    case DAY,
                            DEVICE,
                            IDENTIFICATION,
                            UNKNOWN_ARTICLE,
                            TENDERS,
                            TOTAL_CHANGED,
                            CONTENT,
                            TRAINING,
                            RETURNED,
                            AGE,
                            GIFT_CARD,
                            NOT_CHECKED,
                            SETTLE,
                            BASKET ->
                            HttpStatus.UNPROCESSABLE_ENTITY;
                };
        String kind = refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Refusal(Problem.of(status, refusal.why()).ofKind(kind));
    }
}
