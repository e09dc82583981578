package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.transfers.Transfer;
import io.tidemark.cloud.transfers.TransferEnd;
import io.tidemark.node.paper.Written;

/** Transfers as their page says them. */
public final class TransferWords {
    private TransferWords() {}

    public static String status(Transfer.Status status) {
        return switch (status) {
            case NO_SUCH_STORE -> "no such store";
            case RECEIVED_TWICE -> "taken in twice";
            case NOT_SENT -> "not told by the sender";
            case RECEIVED_OTHERWISE -> "taken in otherwise";
            case IN_TRANSIT -> "on its way";
            case RECEIVED -> "taken in";
        };
    }

    public static String badge(Transfer.Status status) {
        return switch (status) {
            case NO_SUCH_STORE, RECEIVED_TWICE -> "missing";
            case NOT_SENT, RECEIVED_OTHERWISE -> "without";
            case IN_TRANSIT -> "none";
            case RECEIVED -> "complete";
        };
    }

    /** On which day, by whom, how much, and which entry says so. */
    public static String end(TransferEnd end) {
        return end.day()
                + ", "
                + end.operator()
                + ", "
                + Shown.count(end.lines().size(), "line")
                + end.cost().map(cost -> ", " + Written.money(cost)).orElse("")
                + ", "
                + end.entry();
    }

    public static String difference(Transfer.Difference difference) {
        return (difference.thousandths() > 0 ? "+" : "")
                + Written.quantity(difference.thousandths(), difference.unit())
                + " "
                + Written.unit(difference.unit())
                + " of "
                + difference.plu()
                + " "
                + difference.description();
    }
}
