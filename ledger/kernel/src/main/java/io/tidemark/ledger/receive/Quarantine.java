package io.tidemark.ledger.receive;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what came of a journal's other branch, message by message, until a person decides. Real
 * sales may stand on either branch, so nothing of it is ever dropped by a program. A journal that
 * has anything here takes nothing more.
 *
 * <p>A message is one file, {@code <sequence where the branches part>-<digest>.cbor}, complete or
 * absent. The person lets the journal go on by moving the files away while the node is stopped, or
 * by a grant.
 */
public final class Quarantine {
    /** Bytes kept per journal. What is beyond stays at its sender, which has all of it. */
    public static final long BYTES_MAX = 64L << 20;

    private static final Pattern NAME =
            Pattern.compile("([0-9]{1,19})-([0-9a-f]+)\\.(cbor|message)");
    private static final String UNFINISHED = ".new";
    private static final int DIGEST_CHARACTERS = 16;

    private final JournalId journal;
    private final Storage storage;
    private final List<Branch> branches;

    /**
     * A message that was kept.
     *
     * @param at the sequence at which the branches part
     */
    public record Branch(long at, String file) {}

    private Quarantine(JournalId journal, Storage storage, List<Branch> branches) {
        this.journal = journal;
        this.storage = storage;
        this.branches = branches;
    }

    public static Quarantine open(JournalId journal, Storage storage) {
        List<Branch> branches = new ArrayList<>();
        try {
            for (String file : storage.list()) {
                Matcher name = NAME.matcher(file);
                if (name.matches()) branches.add(new Branch(Long.parseLong(name.group(1)), file));
            }
            return new Quarantine(journal, storage, branches);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the quarantine " + storage, e);
        }
    }

    public synchronized boolean holds() {
        return !branches.isEmpty();
    }

    public synchronized List<Branch> branches() {
        return List.copyOf(branches);
    }

    /** The message as it was sent. */
    public byte[] sent(Branch branch) {
        try (StoredFile file = storage.openToRead(branch.file())) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
            file.read(0, bytes);
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + branch.file() + " of " + storage, e);
        }
    }

    /**
     * On disk when this returns true. The same message is kept once.
     *
     * @return false if the disk had no room for it: nothing was changed
     * @throws JournalBroken if it could not be forced
     */
    synchronized boolean keep(long at, byte[] message) {
        String digest = Hash.digest(message).hex().substring(0, DIGEST_CHARACTERS);
        Branch branch = new Branch(at, at + "-" + digest + ".cbor");
        if (branches.contains(branch)) return true;
        if (holds() && bytesKept() + message.length > BYTES_MAX) return true;
        if (!write(branch.file() + UNFINISHED, message)) return false;
        place(branch);
        branches.add(branch);
        return true;
    }

    private boolean write(String draft, byte[] message) {
        try (StoredFile file = storage.open(draft)) {
            try {
                file.truncate(0);
                file.write(0, ByteBuffer.wrap(message));
            } catch (IOException full) {
                return false;
            }
            file.force();
            return true;
        } catch (IOException e) {
            throw new JournalBroken(journal, e);
        }
    }

    private void place(Branch branch) {
        try {
            storage.rename(branch.file() + UNFINISHED, branch.file());
            storage.forceDirectory();
        } catch (IOException e) {
            throw new JournalBroken(journal, e);
        }
    }

    private long bytesKept() {
        long bytes = 0;
        for (Branch branch : branches) bytes += sizeOf(branch);
        return bytes;
    }

    private long sizeOf(Branch branch) {
        try (StoredFile file = storage.openToRead(branch.file())) {
            return file.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + branch.file() + " of " + storage, e);
        }
    }
}
