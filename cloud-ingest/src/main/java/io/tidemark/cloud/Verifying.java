package io.tidemark.cloud;

import io.tidemark.cloud.ingest.StoreJournals;
import io.tidemark.cloud.ledger.CloseDownForm;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Verification.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks everything head office keeps: each journal to the last byte, and each close-down's form.
 */
final class Verifying {
    private final Path journals;
    private final Roster roster;
    private final JournalKey key;
    private final List<JournalId> identities;

    Verifying(NodeStart start) {
        NodeIdentity identity = NodeIdentity.open(start.home().identity(), start.passphrase());
        this.journals = start.home().journals();
        this.roster = identity.roster();
        this.key = JournalKey.of(identity.journalKey());
        this.identities = new ArrayList<>(StoreJournals.identities(journals, roster));
        identities.add(identity.journal());
    }

    Verification all() {
        Verification found = new Verification(List.of());
        for (JournalId id : identities)
            if (Files.isDirectory(journals.resolve(id.label()))) found = found.and(check(id));
        return found;
    }

    private Check check(JournalId id) {
        Forms forms = new Forms();
        String what = "journal " + id.label();
        FileStorage storage = FileStorage.existing(journals.resolve(id.label()));
        try (Journal journal =
                Journal.open(
                        id,
                        storage,
                        key,
                        roster.verifier(id.node()),
                        (sequence, hash, entry) -> forms.add(sequence, entry))) {
            String extent =
                    what
                            + ", "
                            + journal.forced().sequence()
                            + " entries, "
                            + forms.closeDowns
                            + " close-downs";
            return forms.fault
                    .map(fault -> Check.wrong(extent, fault))
                    .orElseGet(() -> Check.sound(extent));
        } catch (JournalDamaged damaged) {
            return Check.wrong(what, String.valueOf(damaged.getMessage()));
        }
    }

    /** Reads each entry's content while the chain is checked, and keeps the first thing wrong. */
    private static final class Forms {
        private int closeDowns;
        private Optional<String> fault = Optional.empty();

        void add(long sequence, EntryBytes entry) {
            try {
                if (EntryCodec.decode(entry).event() instanceof StoreDayClosed closed) {
                    closeDowns++;
                    CloseDownForm.fault(closed).ifPresent(why -> note(sequence, why));
                }
            } catch (Malformed unreadable) {
                note(sequence, "it cannot be read: " + unreadable.getMessage());
            }
        }

        private void note(long sequence, String why) {
            if (fault.isEmpty()) fault = Optional.of("entry " + sequence + ": " + why);
        }
    }
}
