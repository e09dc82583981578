package io.tidemark.cloud.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.cloud.transfers.Transfer.Status;
import io.tidemark.ledger.money.Unit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransfersTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-20T12:00:00Z");

    @Test
    void what_was_sent_is_on_its_way_until_the_other_store_took_it_in() {
        TransferEnd sent = sent("s001", "s002", "7", 10, tea(4));

        assertThat(linked(sent)).extracting(Transfer::status).containsExactly(Status.IN_TRANSIT);
        assertThat(linked(received("s002", "s001", "7", 20, tea(4)), sent))
                .extracting(Transfer::status)
                .containsExactly(Status.RECEIVED);
    }

    @Test
    void what_is_short_or_over_is_told_by_article() {
        Transfer transfer =
                linked(
                                sent("s001", "s002", "7", 10, tea(4), milk(2)),
                                received("s002", "s001", "7", 20, tea(3), milk(5)))
                        .getFirst();

        assertThat(transfer.status()).isEqualTo(Status.RECEIVED_OTHERWISE);
        assertThat(transfer.differences())
                .containsExactly(
                        new Transfer.Difference("MILK", Unit.PIECE, "MILK", 3_000),
                        new Transfer.Difference("TEA", Unit.PIECE, "TEA", -1_000));
    }

    @Test
    void goods_that_two_devices_took_in_are_found() {
        List<Transfer> transfers =
                linked(
                        sent("s001", "s002", "7", 10, tea(4)),
                        received("s002", "s001", "7", 20, tea(4)),
                        received("s002", "s001", "7", 21, tea(4)));

        assertThat(transfers).extracting(Transfer::status).containsExactly(Status.RECEIVED_TWICE);
        assertThat(transfers.getFirst().differences())
                .containsExactly(new Transfer.Difference("TEA", Unit.PIECE, "TEA", 4_000));
    }

    @Test
    void a_number_is_one_transfer_only_between_the_same_two_stores() {
        assertThat(
                        linked(
                                sent("s001", "s002", "7", 10, tea(4)),
                                received("s003", "s001", "7", 20, tea(4))))
                .extracting(Transfer::status)
                .containsExactly(Status.NOT_SENT, Status.IN_TRANSIT);
    }

    @Test
    void what_goes_to_a_store_that_does_not_exist_comes_first() {
        List<Transfer> transfers =
                linked(
                        sent("s001", "s002", "7", 30, tea(4)),
                        sent("s001", "s0O2", "8", 10, tea(1)));

        assertThat(transfers)
                .extracting(Transfer::number, Transfer::status)
                .containsExactly(tuple("8", Status.NO_SUCH_STORE), tuple("7", Status.IN_TRANSIT));
    }

    @Test
    void a_warehouse_tells_nothing_of_its_end_and_is_waited_for_by_nobody() {
        assertThat(
                        linked(
                                received("s002", "warehouse", "T-1", 10, tea(4)),
                                sent("s001", "warehouse", "7", 20, tea(1))))
                .extracting(Transfer::status)
                .containsOnly(Status.RECEIVED);
    }

    private static List<Transfer> linked(TransferEnd... ends) {
        return Transfers.linked(Arrays.asList(ends), Set.of("s001", "s002", "s003")::contains);
    }

    private static TransferEnd sent(
            String store, String to, String number, long sequence, TransferEnd.Line... lines) {
        return end(store, false, to, number, sequence, lines);
    }

    private static TransferEnd received(
            String store, String from, String number, long sequence, TransferEnd.Line... lines) {
        return end(store, true, from, number, sequence, lines);
    }

    private static TransferEnd end(
            String store,
            boolean incoming,
            String place,
            String number,
            long sequence,
            TransferEnd.Line... lines) {
        return new TransferEnd(
                store,
                "handheld-1",
                1,
                sequence,
                incoming,
                place,
                number,
                LocalDate.of(2026, 11, 20),
                NOON.plusMinutes(sequence),
                "Ada",
                List.of(lines));
    }

    private static TransferEnd.Line tea(long pieces) {
        return new TransferEnd.Line("TEA", Unit.PIECE, "TEA", 1_000 * pieces, null);
    }

    private static TransferEnd.Line milk(long pieces) {
        return new TransferEnd.Line("MILK", Unit.PIECE, "MILK", 1_000 * pieces, null);
    }
}
