package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArchiveReceiptTest {
    private static final NodeName HEAD_OFFICE =
            new NodeName("shop.example", NodeName.HEAD_OFFICE_STORE, "ledger");
    private static final JournalId TILL =
            new JournalId(new NodeName("shop.example", "s001", "till-1"), 1);
    private static final Signer SIGNER =
            statement -> Arrays.copyOf(Hash.digest(statement).toBytes(), 64);
    private static final Verifier VERIFIER =
            (statement, signature) -> Arrays.equals(SIGNER.sign(statement), signature);

    @Test
    void a_receipt_survives_the_wire_and_proves_who_keeps_the_segment() {
        ArchiveReceipt receipt = receipt("segment-000001.tmj");

        ArchiveReceipt read = ArchiveReceipt.parse(receipt.toBytes());

        assertThat(read).isEqualTo(receipt);
        assertThat(read.isBy(HEAD_OFFICE, VERIFIER)).isTrue();
        assertThat(read.isBy(TILL.node(), VERIFIER)).isFalse();
    }

    @Test
    void a_segment_name_can_never_leave_its_directory() {
        assertThatThrownBy(() -> receipt("../forced")).hasMessageContaining("../forced");
        assertThat(ArchiveReceipt.isSegmentName(".hidden")).isFalse();
        assertThat(ArchiveReceipt.isSegmentName("a/b")).isFalse();
    }

    private static ArchiveReceipt receipt(String segment) {
        return ArchiveReceipt.sign(
                new JournalId(HEAD_OFFICE, 1),
                TILL,
                new ArchiveReceipt.Kept(segment, 7, Hash.digest(new byte[7])),
                SIGNER);
    }
}
