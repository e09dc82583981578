package io.tidemark.ledger.receive;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a quarantine: a message is one, {@code <sequence where the branches
 * part>-<digest>.cbor}, complete or absent.
 */
final class KeptMessages {
    private static final Pattern NAME =
            Pattern.compile("([0-9]{1,18})-([0-9a-f]+)\\.(cbor|message)");
    private static final String UNFINISHED = ".new";
    private static final int DIGEST_CHARACTERS = 16;

    private final JournalId journal;
    private final Storage storage;

    KeptMessages(JournalId journal, Storage storage) {
        this.journal = journal;
        this.storage = storage;
    }

    record Name(String file, long at) {}

    List<Name> all() {
        try {
            return storage.list().stream()
                    .map(NAME::matcher)
                    .filter(Matcher::matches)
                    .map(name -> new Name(name.group(), Long.parseLong(name.group(1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the quarantine " + storage, e);
        }
    }

    byte[] read(String file) {
        try (StoredFile open = storage.openToRead(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(open.size()));
            open.read(0, bytes);
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " of " + storage, e);
        }
    }

    static Name nameOf(long at, byte[] message) {
        String digest = Hash.digest(message).hex().substring(0, DIGEST_CHARACTERS);
        return new Name(at + "-" + digest + ".cbor", at);
    }

    /**
     * On disk when this returns true.
     *
     * @return false if the disk had no room for it: nothing was changed
     * @throws JournalBroken if it could not be forced
     */
    boolean keep(Name name, byte[] message) {
        try (StoredFile draft = storage.open(name.file() + UNFINISHED)) {
            try {
                draft.truncate(0);
                draft.write(0, ByteBuffer.wrap(message));
            } catch (IOException full) {
                return false;
            }
            draft.force();
        } catch (IOException e) {
            throw new JournalBroken(journal, e);
        }
        place(name);
        return true;
    }

    private void place(Name name) {
        try {
            storage.rename(name.file() + UNFINISHED, name.file());
            storage.forceDirectory();
        } catch (IOException e) {
            throw new JournalBroken(journal, e);
        }
    }
}
