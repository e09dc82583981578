package io.tidemark.cloud.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cloud.Days;
import io.tidemark.cloud.transfers.Transfer;
import io.tidemark.cloud.transfers.TransferEnd;
import io.tidemark.cloud.transfers.Transfers;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.event.StoreTransfer;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers as head office's tables have them. */
class TransferRowsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Money COST = new Money(9_00, new CurrencyCode("GBP"));

    @TempDir private Path directory;

    @Test
    void both_ends_of_a_transfer_are_linked_from_what_two_stores_told() {
        MemoryJournal sender = ClosedJournal.of("s001", 1);
        sender.append(told(StockMoved.Kind.TRANSFER_OUT, "s002", 17, 5, COST));
        MemoryJournal receiver = ClosedJournal.of("s002", 1);
        receiver.append(told(StockMoved.Kind.TRANSFER_IN, "s001", 4, 3, null));

        try (Projection projection = following(sender, receiver)) {
            List<TransferEnd> ends = new H2Transfers(projection).ends();
            Transfer transfer = Transfers.linked(ends, _ -> true).getFirst();

            assertThat(transfer.status()).isEqualTo(Transfer.Status.RECEIVED_OTHERWISE);
            assertThat(transfer.sent().getFirst().cost()).contains(COST);
            assertThat(transfer.sent().getFirst().entry()).isEqualTo("s001.handheld-1.1:17");
            assertThat(transfer.received().getFirst().cost()).isEmpty();
            assertThat(transfer.differences())
                    .extracting(Transfer.Difference::thousandths)
                    .containsExactly(-2_000L);
        }
    }

    @Test
    void an_entry_that_two_lives_of_a_gateway_tell_is_one() {
        MemoryJournal first = ClosedJournal.of("s001", 1);
        first.append(told(StockMoved.Kind.TRANSFER_OUT, "s002", 17, 5, COST));
        MemoryJournal second = ClosedJournal.of("s001", 2);
        second.append(told(StockMoved.Kind.TRANSFER_OUT, "s002", 17, 5, COST));

        try (Projection projection = following(first, second)) {
            assertThat(new H2Transfers(projection).ends()).hasSize(1);
            assertThat(new H2Transfers(projection).endsWithoutLines().getFirst().lines()).isEmpty();
        }
    }

    private static EntryBytes told(
            StockMoved.Kind kind, String place, long sequence, long pieces, @Nullable Money cost) {
        EntryHeader like = ClosedJournal.header(Days.MONDAY);
        StockLine tea = new StockLine("TEA", null, "Tea", "D1", Quantity.pieces(pieces), cost);
        StoreTransfer transfer =
                new StoreTransfer(
                        Days.MONDAY,
                        0,
                        new StockOfDay.Moment(1_291_636_800_000L, "handheld-1", 1, sequence),
                        "Ada",
                        new StockMoved(kind, "7", place, "", List.of(tea)));
        return EntryCodec.encode(
                new Entry(
                        new EntryHeader(
                                EventType.STORE_TRANSFER.code(),
                                EventType.STORE_TRANSFER.critical(),
                                null,
                                0,
                                like.workstation(),
                                like.operator(),
                                0,
                                Days.MONDAY,
                                like.at(),
                                0,
                                1,
                                1),
                        transfer));
    }

    private Projection following(MemoryJournal... journals) {
        Projection projection =
                Projection.start(
                        new ProjectionPlace(directory, new byte[] {1, 2, 3, 4}),
                        new HeadOfficeSchema(),
                        List.of(journals));
        assertThat(projection.awaitReadable(SOON)).isTrue();
        for (MemoryJournal journal : journals)
            assertThat(projection.awaitApplied(journal.id(), journal.forced().sequence(), SOON))
                    .isTrue();
        return projection;
    }
}
