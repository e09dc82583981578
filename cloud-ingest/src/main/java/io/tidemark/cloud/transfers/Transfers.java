package io.tidemark.cloud.transfers;

import io.tidemark.cloud.transfers.Transfer.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
     * @param isStore whether the organisation has a store of this label
     */
    public static List<Transfer> linked(List<TransferEnd> ends, Predicate<String> isStore) {
        Map<Key, Ends> linked = new LinkedHashMap<>();
        ends.stream()
                .sorted(Comparator.comparing(TransferEnd::at).reversed())
                .forEach(end -> {
                    Ends both = linked.computeIfAbsent(Key.of(end), _ -> new Ends());
                    (end.isIncoming() ? both.received : both.sent).add(end);
                });
        List<Transfer> transfers = new ArrayList<>();
        linked.forEach((key, both) -> transfers.add(transfer(key, both, isStore)));
        transfers.sort(Comparator.comparing(Transfer::status));
        return transfers;
    }

    private static Transfer transfer(Key key, Ends both, Predicate<String> isStore) {
        boolean isReceived = !both.received.isEmpty();
        List<Transfer.Difference> differences =
                isReceived && !both.sent.isEmpty()
                        ? Transfer.differences(both.sent, both.received)
                        : List.of();
        boolean isKnown = isStore.test(key.from()) && isStore.test(key.to());
        Status status;
        if (!isKnown) status = Status.NO_SUCH_STORE;
        else if (both.received.size() > Math.max(1, both.sent.size()))
            status = Status.RECEIVED_TWICE;
        else if (both.sent.isEmpty()) status = Status.NOT_SENT;
        else if (!isReceived) status = Status.IN_TRANSIT;
        else if (!differences.isEmpty()) status = Status.RECEIVED_OTHERWISE;
        else status = Status.RECEIVED;
        return new Transfer(
                key.from(), key.to(), key.number(), status, both.sent, both.received, differences);
    }
}
