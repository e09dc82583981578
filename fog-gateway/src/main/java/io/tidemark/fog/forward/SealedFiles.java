package io.tidemark.fog.forward;

import io.tidemark.identity.RawPublicKey;
import io.tidemark.identity.RecoverySeal;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.archive.SegmentContent;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Sealed copies of closed segments, a directory per journal. None is there before all of it is on
 * disk.
 */
final class SealedFiles {
    private static final String SEALED = ".sealed";

    private final Archive.Place place;
    private final RawPublicKey recovery;

    /**
     * @param recovery the store's: only who holds its other half opens them
     */
    SealedFiles(Archive.Place place, RawPublicKey recovery) {
        this.place = place;
        this.recovery = recovery;
    }

    /** Where one journal's are, and what is noted of them. */
    Path home(JournalId journal) {
        return place.directory().resolve(journal.label());
    }

    /** The copy that lies there since an earlier attempt, or else a new one. */
    HeadOffice.Sealed of(Journal journal, SegmentInfo segment, String name) throws IOException {
        Path file = home(journal.id()).resolve(name + SEALED);
        if (!Files.exists(file)) {
            Files.createDirectories(home(journal.id()));
            place.disk().forceDirectories(home(journal.id()), place.directory());
            try (InputStream content = new SegmentContent(journal, segment)) {
                seal(content, Archive.info(journal.id(), name), file);
            }
        }
        return new HeadOffice.Sealed(journal.id(), name, file, digest(file));
    }

    private void seal(InputStream content, byte[] info, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + KeptFiles.UNFINISHED);
        try (FileChannel channel =
                        FileChannel.open(
                                draft,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE);
                OutputStream out =
                        new SparingOutput(Channels.newOutputStream(channel), place.room())) {
            RecoverySeal.seal(recovery, info, content, out);
            place.disk().force(channel, draft);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        place.disk().forceDirectory(file.resolveSibling(""));
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
