package io.tidemark.ledger;

import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EpochGrant.Between;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import org.junit.jupiter.api.Test;

class EpochGrantTest {
    private static final TestChain CHAIN = new TestChain(TILL, TILL_KEYS).append(3);
    private static final JournalId NEXT = new JournalId(TILL.node(), 2);
    private static final JournalId OTHER = TestShop.till(9);

    @Test
    void a_grant_survives_the_wire_and_proves_who_gave_it() {
        EpochGrant grant = grant(forked(), NEXT);

        EpochGrant read = EpochGrant.parse(grant.toBytes());

        assertThat(read).isEqualTo(grant);
        assertThat(read.isBy(GATEWAY_KEYS.verifier())).isTrue();
        assertThat(read.isBy(TILL_KEYS.verifier())).isFalse();
    }

    @Test
    void another_device_may_go_on_at_the_same_workstation() {
        EpochGrant grant = grant(Between.ending(TILL, CHAIN.head()), OTHER);

        assertThat(grant.replacesDevice()).isTrue();
        assertThat(EpochGrant.parse(grant.toBytes()).successor()).isEqualTo(OTHER);
    }

    @Test
    void a_changed_byte_is_no_grant_any_more() {
        byte[] bytes = grant(forked(), NEXT).toBytes();
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(isGood(changed)).as("byte " + at).isFalse();
        }
    }

    @Test
    void an_epoch_never_goes_back_and_a_journal_never_goes_on_as_itself() {
        assertThatThrownBy(() -> grant(forked(), TILL)).hasMessageContaining("does not come after");
    }

    @Test
    void what_is_shared_lies_within_the_history_that_ends() {
        Head ahead = new Head(4, CHAIN.hashAt(3));
        Head other = new Head(3, CHAIN.hashAt(2));

        assertThatThrownBy(() -> grant(new Between(TILL, CHAIN.head(), ahead), NEXT))
                .hasMessageContaining("not part of a history");
        assertThatThrownBy(() -> grant(new Between(TILL, CHAIN.head(), other), NEXT))
                .hasMessageContaining("not part of a history");
    }

    @Test
    void only_the_device_itself_can_take_its_branch_in() {
        assertThatThrownBy(() -> grant(forked(), OTHER)).hasMessageContaining("no branch");
    }

    @Test
    void a_device_of_another_store_never_goes_on_here() {
        NodeName elsewhere = new NodeName("shop.example", "s002", "till-1");

        assertThatThrownBy(() -> grant(forked(), new JournalId(elsewhere, 2)))
                .hasMessageContaining("not in the store");
    }

    @Test
    void somebody_decided_for_a_reason() {
        assertThatThrownBy(() -> sign(" ", "Ada")).hasMessageContaining("a reason");
        assertThatThrownBy(() -> sign("x".repeat(1_001), "Ada")).hasMessageContaining("a reason");
        assertThatThrownBy(() -> sign("why", "")).hasMessageContaining("an approver");
    }

    @Test
    void bytes_that_are_no_grant_are_malformed() {
        byte[] head = CHAIN.signedAt(3).toBytes();
        byte[] longer = new CborWriter().array(14).text("tidemark-mark").toBytes();

        assertThatThrownBy(() -> EpochGrant.parse(head)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EpochGrant.parse(longer)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EpochGrant.parse(new byte[0])).isInstanceOf(Malformed.class);
    }

    private static boolean isGood(byte[] bytes) {
        try {
            return EpochGrant.parse(bytes).isBy(GATEWAY_KEYS.verifier());
        } catch (Malformed e) {
            return false;
        }
    }

    private static Between forked() {
        return new Between(TILL, CHAIN.head(), new Head(2, CHAIN.hashAt(2)));
    }

    private static EpochGrant grant(Between between, JournalId successor) {
        return EpochGrant.sign(
                between,
                successor,
                new EpochGrant.Why("disk put back", "Grace"),
                GATEWAY_KEYS.signer());
    }

    private static EpochGrant sign(String reason, String approver) {
        return EpochGrant.sign(
                forked(), NEXT, new EpochGrant.Why(reason, approver), GATEWAY_KEYS.signer());
    }
}
