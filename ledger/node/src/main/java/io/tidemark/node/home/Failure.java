package io.tidemark.node.home;

import io.tidemark.identity.IdentityDamaged;
import io.tidemark.identity.WrongPassphrase;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.RestoreRefused;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person is told when a node does not start or goes down, and how the process exits. The one
 * place where failures become words: whatever a library wraps around the cause is looked through.
 */
public record Failure(ExitCode exitCode, String message) {
    public static Failure of(Throwable thrown) {
        return causes(thrown)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() ->
                        new Failure(
                                ExitCode.UNEXPECTED,
                                "this is a bug, please report it with the log above: " + thrown));
    }

    public boolean isKnown() {
        return exitCode != ExitCode.UNEXPECTED;
    }

    private static Optional<Failure> known(Throwable cause) {
        if (cause instanceof CannotRun refusal) return failure(refusal.exitCode(), cause);
        if (cause instanceof JournalBroken) return failure(ExitCode.BROKEN_PROMISE, cause);
        if (cause instanceof JournalDamaged
                || cause instanceof IdentityDamaged
                || cause instanceof RestoreRefused) return failure(ExitCode.DAMAGED, cause);
        if (cause instanceof WrongPassphrase) return failure(ExitCode.WRONG_PASSPHRASE, cause);
        if (cause instanceof BindException)
            return Optional.of(
                    new Failure(
                            ExitCode.PORT_IN_USE,
                            "a port is in use ("
                                    + cause.getMessage()
                                    + "): stop the other program, or give another port in node.yaml or with --http-port"));
        if (isDiskFull(cause))
            return Optional.of(
                    new Failure(
                            ExitCode.BROKEN_PROMISE,
                            "the disk is full"
                                    + file(cause)
                                    + ": free some space and start again; nothing that was answered is lost"));
        if (isPlace(cause))
            return Optional.of(
                    new Failure(
                            ExitCode.BAD_USAGE,
                            "cannot use "
                                    + ((FileSystemException) cause).getFile()
                                    + " ("
                                    + cause.getClass().getSimpleName()
                                    + "): see that it is what it should be, a file or a directory, and may be read and written by whoever runs this"));
        return Optional.empty();
    }

    /** What is on the disk is not what was looked for; a disk that fails says something else. */
    private static boolean isPlace(Throwable cause) {
        return cause instanceof AccessDeniedException
                || cause instanceof FileAlreadyExistsException
                || cause instanceof NoSuchFileException
                || cause instanceof NotDirectoryException;
    }

    private static Optional<Failure> failure(ExitCode code, Throwable cause) {
        return Optional.of(new Failure(code, String.valueOf(cause.getMessage())));
    }

    /** The JDK has no type for ENOSPC and EDQUOT; their texts are those of the C library. */
    private static boolean isDiskFull(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return cause instanceof java.io.IOException
                && (message.contains("no space left on device")
                        || message.contains("disk quota exceeded"));
    }

    private static String file(Throwable cause) {
        return cause instanceof FileSystemException named && named.getFile() != null
                ? " (" + named.getFile() + ")"
                : "";
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        return Stream.iterate(
                thrown, cause -> cause != null && seen.add(cause), Throwable::getCause);
    }
}
