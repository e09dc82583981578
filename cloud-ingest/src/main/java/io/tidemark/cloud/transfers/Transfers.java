package io.tidemark.cloud.transfers;

import io.tidemark.cloud.transfers.Transfer.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Links what stores told of goods that went from one to another. Pure. */
public final class Transfers {
    private Transfers() {}

    private record Key(String from, String to, String number) {
        static Key of(TransferEnd end) {
            return new Key(end.from(), end.to(), end.reference());
        }
    }

    private static final class Ends {
        private final List<TransferEnd> sent = new ArrayList<>();
        private final List<TransferEnd> received = new ArrayList<>();
    }

    /**
     * What needs a look first, then what is on its way, then what is settled; within that the
     * newest first.
     *
     * <p>A place of the chain that is no store, such as a warehouse, tells nothing of its end. So
     * goods from there are taken in, and goods for there have arrived; but for a place that nothing
     * else names, which is mistyped, perhaps, or new.
     *
     * @param isStore whether the organisation has a store of this label
     */
    public static List<Transfer> linked(List<TransferEnd> ends, Predicate<String> isStore) {
        Map<String, Long> named =
                ends.stream()
                        .collect(Collectors.groupingBy(TransferEnd::place, Collectors.counting()));
        Map<Key, Ends> linked = new LinkedHashMap<>();
        ends.stream()
                .sorted(Comparator.comparing(TransferEnd::at).reversed())
                .forEach(end -> {
                    Ends both = linked.computeIfAbsent(Key.of(end), _ -> new Ends());
                    (end.isIncoming() ? both.received : both.sent).add(end);
                });
        List<Transfer> transfers = new ArrayList<>();
        linked.forEach((key, both) ->
                transfers.add(transfer(key, both, isStore, named.getOrDefault(key.to(), 0L) == 1)));
        transfers.sort(Comparator.comparing(Transfer::status));
        return transfers;
    }

    private static Transfer transfer(
            Key key, Ends both, Predicate<String> isStore, boolean isNamedOnce) {
        boolean bothTell = isStore.test(key.from()) && isStore.test(key.to());
        List<Transfer.Difference> differences =
                both.received.isEmpty() || both.sent.isEmpty()
                        ? List.of()
                        : Transfer.differences(both.sent, both.received);
        Status status;
        if (both.received.size() > Math.max(1, both.sent.size())) status = Status.RECEIVED_TWICE;
        else if (!bothTell)
            status =
                    !isStore.test(key.to()) && isNamedOnce ? Status.NO_SUCH_STORE : Status.RECEIVED;
        else if (both.sent.isEmpty()) status = Status.NOT_SENT;
        else if (both.received.isEmpty()) status = Status.IN_TRANSIT;
        else status = differences.isEmpty() ? Status.RECEIVED : Status.RECEIVED_OTHERWISE;
        return new Transfer(
                key.from(), key.to(), key.number(), status, both.sent, both.received, differences);
    }
}
