package io.tidemark.cloud.transfers;

import io.tidemark.ledger.money.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A transfer, with all that the two stores told of it.
 *
 * @param from the store that sent it, or is said to have
 * @param to the store that it went to
 * @param number which both ends name
 * @param sent once, unless a number was used again; none where only the other end told of it
 * @param received once, unless two devices took the same goods in
 */
public record Transfer(
        String from,
        String to,
        String number,
        Status status,
        List<TransferEnd> sent,
        List<TransferEnd> received,
        List<Difference> differences) {
    /** In the order in which somebody should look at them. */
    public enum Status {
        /** Sent to a place that is no store and that nothing else names: mistyped, perhaps. */
        NO_SUCH_STORE,
        /** Two entries took the goods of one transfer in. */
        RECEIVED_TWICE,
        /** Taken in, and the other store has not told that it sent it. */
        NOT_SENT,
        /** Taken in, and less or more than was sent. */
        RECEIVED_OTHERWISE,
        /** Sent, and not taken in yet. */
        IN_TRANSIT,
        /** Taken in as it was sent; or to or from a place that is no store, which tells nothing. */
        RECEIVED
    }

    /**
     * An article of which not as much came as went.
     *
     * @param thousandths received less sent: below zero what is short
     */
    public record Difference(String plu, Unit unit, String description, long thousandths) {}

    public Transfer {
        sent = List.copyOf(sent);
        received = List.copyOf(received);
        differences = List.copyOf(differences);
    }

    static List<Difference> differences(List<TransferEnd> sent, List<TransferEnd> received) {
        SortedMap<String, Difference> sums = new TreeMap<>();
        for (TransferEnd end : sent) add(end, -1, sums);
        for (TransferEnd end : received) add(end, 1, sums);
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, Difference> each : sums.entrySet())
            if (each.getValue().thousandths() != 0) differences.add(each.getValue());
        return differences;
    }

    private static void add(TransferEnd end, int sign, Map<String, Difference> sums) {
        for (TransferEnd.Line line : end.lines())
            sums.merge(
                    line.plu() + " " + line.unit(),
                    new Difference(
                            line.plu(), line.unit(), line.description(), sign * line.thousandths()),
                    (one, other) ->
                            new Difference(
                                    one.plu(),
                                    one.unit(),
                                    one.description(),
                                    Math.addExact(one.thousandths(), other.thousandths())));
    }
}
