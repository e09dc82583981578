package io.tidemark.fog.forward;

import io.tidemark.identity.RawPublicKey;
import io.tidemark.identity.RecoverySeal;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * Closed segments of all journals here, sealed to the store's recovery key and kept by head office.
 * A segment is sealed once: what lies in the directory is what is sent until its receipt has come,
 * so that sending again sends the same bytes. The receipt stays; the sealed copy goes.
 */
public final class Archive {
    private static final String TAG = "tidemark-sealed-segment";
    private static final String SEALED = ".sealed";
    private static final String RECEIPT = ".receipt";

    private final Path directory;
    private final List<Journal> journals;
    private final RawPublicKey recovery;
    private final Keeper keeper;

    /** Who signs receipts. */
    public record Keeper(NodeName name, Verifier verifier) {}

    private record Due(Journal journal, SegmentInfo segment) {}

    public Archive(Path directory, List<Journal> journals, RawPublicKey recovery, Keeper keeper) {
        this.directory = directory;
        this.journals = List.copyOf(journals);
        this.recovery = recovery;
        this.keeper = keeper;
    }

    /** How many closed segments have no receipt yet. */
    public int pending() {
        return due().size();
    }

    /**
     * Sends the next segment that has no receipt.
     *
     * @return false if there is none
     */
    boolean sendNext(HeadOffice headOffice) throws IOException {
        Optional<Due> next = due().stream().findFirst();
        if (next.isEmpty()) return false;
        Due due = next.get();
        HeadOffice.Sealed sealed = sealed(due);
        ArchiveReceipt receipt = headOffice.keep(sealed);
        requireOurs(receipt, sealed);
        keep(file(due, RECEIPT), receipt.toBytes());
        Files.delete(sealed.file());
        return true;
    }

    private List<Due> due() {
        return journals.stream()
                .flatMap(journal ->
                        journal.segments().stream()
                                .filter(SegmentInfo::closed)
                                .filter(segment -> !segment.isEmpty())
                                .map(segment -> new Due(journal, segment)))
                .filter(due -> !Files.exists(file(due, RECEIPT)))
                .toList();
    }

    private HeadOffice.Sealed sealed(Due due) throws IOException {
        Path file = file(due, SEALED);
        if (!Files.exists(file)) seal(due, file);
        return new HeadOffice.Sealed(due.journal().id(), due.segment().name(), file, digest(file));
    }

    private void seal(Due due, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = created(draft);
                InputStream content = new SegmentContent(due.journal(), due.segment());
                OutputStream out = Channels.newOutputStream(channel)) {
            RecoverySeal.seal(
                    recovery, info(due.journal().id(), due.segment().name()), content, out);
            channel.force(true);
        }
        moved(draft, file);
    }

    /** What the content is and whose; it opens only under the same. */
    public static byte[] info(JournalId journal, String segment) {
        return new CborWriter()
                .array(6)
                .text(TAG)
                .text(journal.node().organisation())
                .text(journal.node().store())
                .text(journal.node().device())
                .integer(journal.epoch())
                .text(segment)
                .toBytes();
    }

    private void requireOurs(ArchiveReceipt receipt, HeadOffice.Sealed sealed) throws IOException {
        boolean ours =
                receipt.isBy(keeper.name(), keeper.verifier())
                        && receipt.origin().equals(sealed.origin())
                        && receipt.segment().equals(sealed.segment())
                        && receipt.content().equals(sealed.digest());
        if (!ours)
            throw new IOException("the receipt for " + sealed.segment() + " is not head office's");
    }

    private Path file(Due due, String suffix) {
        return directory.resolve(due.journal().id().label()).resolve(due.segment().name() + suffix);
    }

    private static void keep(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = created(draft)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
        moved(draft, file);
    }

    private static FileChannel created(Path draft) throws IOException {
        return FileChannel.open(
                draft,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private static void moved(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    private static Hash digest(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return Hash.of(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
