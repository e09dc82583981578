package io.tidemark.cloud.transfers;

import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one store told of a transfer: an entry of one of its devices.
 *
 * @param isIncoming whether it took the goods in, or sent them
 * @param place the other store
 * @param reference the transfer's number
 */
public record TransferEnd(
        String store,
        String device,
        int epoch,
        long sequence,
        boolean isIncoming,
        String place,
        String reference,
        LocalDate day,
        OffsetDateTime at,
        String operator,
        List<Line> lines) {
    public TransferEnd {
        lines = List.copyOf(lines);
    }

    /**
     * @param cost what the transfer carries of it; null where nobody knew it
     */
    public record Line(
            String plu, Unit unit, String description, long thousandths, @Nullable Money cost) {}

    /** As entries are named: store, device, epoch and sequence. */
    public String entry() {
        return store + "." + device + "." + epoch + ":" + sequence;
    }

    /** What the transfer carries; empty where no line knows its cost. */
    public Optional<Money> cost() {
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(line.cost()).stream())
                .reduce(Money::plus);
    }

    String from() {
        return isIncoming ? place : store;
    }

    String to() {
        return isIncoming ? store : place;
    }
}
