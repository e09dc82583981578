package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.VERIFIER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.receive.ReceivedJournal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Whoever has a receiver's journal key can write frames, but not sign for the till: entries at the
 * end of a received journal that the till did not sign are damage.
 */
class ReceivedTailTest {
    private static final Whose RECEIVED =
            new Whose(TILL, Shop.key(), VERIFIER, Provenance.RECEIVED);

    private final StorageInMemory disk = new StorageInMemory();

    @Test
    void what_was_received_is_opened_and_checked() {
        receive();

        receiver().close();

        assertThat(JournalCheck.check(RECEIVED, disk, Shop.NOBODY))
                .isInstanceOf(JournalCheck.Intact.class);
    }

    @Test
    void entries_that_no_till_signed_are_damage_to_whoever_opens_it() {
        receive();
        forge();

        assertThatThrownBy(() -> receiver().close())
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("has not signed")
                .extracting(e -> ((JournalDamaged) e).sequence())
                .isEqualTo(3L);
        assertThatThrownBy(() ->
                        ReceivedJournal.openToRead(TILL, place(), VERIFIER, Shop.NOBODY).close())
                .isInstanceOf(JournalDamaged.class);
        assertThatThrownBy(() -> Journal.openToRead(RECEIVED, disk, Shop.NOBODY).close())
                .isInstanceOf(JournalDamaged.class);
        assertThat(JournalCheck.check(RECEIVED, disk, Shop.NOBODY))
                .isInstanceOf(JournalCheck.Damaged.class);
    }

    @Test
    void entries_that_no_till_signed_are_damage_also_where_they_are_all_there_is() {
        forge();

        assertThatThrownBy(() -> receiver().close()).isInstanceOf(JournalDamaged.class);
    }

    @Test
    void they_are_not_restored() {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        receive();
        try (Journal journal = Journal.openToRead(RECEIVED, disk, Shop.NOBODY)) {
            JournalCopy.export(journal, 1, 2, copy);
        }
        forge();

        assertThatThrownBy(() ->
                        JournalCopy.rebuild(
                                disk,
                                new ByteArrayInputStream(copy.toByteArray()),
                                new StorageInMemory(),
                                RECEIVED))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("signed head");
    }

    private void receive() {
        try (Journal journal = Journal.open(RECEIVED, disk, Shop.NOBODY)) {
            journal.append(entry(MONDAY, "one"));
            journal.append(entry(MONDAY, "two"));
            journal.force(SignedHead.sign(TILL, journal.head(), SIGNER));
        }
    }

    /** With the receiver's key, and without the till's. */
    private void forge() {
        try (Journal journal = Shop.open(disk)) {
            long last = journal.append(entry(MONDAY, "never sold")).sequence();
            journal.forceUnsigned(last);
        }
    }

    private ReceivedJournal receiver() {
        ReceivedJournal.Self self = new ReceivedJournal.Self(Shop.OTHER_TILL, SIGNER);
        return ReceivedJournal.open(TILL, place(), self, VERIFIER, Shop.NOBODY);
    }

    private ReceivedJournal.Place place() {
        return new ReceivedJournal.Place(
                disk, new StorageInMemory(), new StorageInMemory(), Shop.key());
    }
}
