package io.tidemark.edge.epoch;

import io.tidemark.edge.record.Journals;
import io.tidemark.edge.record.Replay;
import io.tidemark.edge.record.Till;
import io.tidemark.edge.record.Workplace;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Opens a till's journals, one epoch after the other, and begins the next where a grant lets it.
 * May be broken off at any moment: the next start goes on from there.
 */
public final class Succession {
    private final Home home;
    private final KeptGrants grants;
    private final Writing writing;

    /**
     * Where the journals lie.
     *
     * @param first the place with the journal that the roster names
     * @param directory holds a directory per journal
     * @param own checks this till's signatures
     */
    public record Home(Workplace first, Path directory, JournalKey key, Verifier own) {
        Path of(JournalId journal) {
            return directory.resolve(journal.label());
        }
    }

    /**
     * What beginning a journal takes.
     *
     * @param business the clock its business runs on
     * @param requireKept refuses to begin a journal again that was there and is gone
     * @param marked the gateway's last verified mark that is kept, whatever journal it is about
     * @param disk what the journal is written through
     */
    public record Writing(
            Signer signer,
            InstantSource business,
            Consumer<JournalId> requireKept,
            Supplier<Optional<Mark>> marked,
            UnaryOperator<Storage> disk) {}

    /** A till and all its journals; the current one is open for writing. */
    public record Stand(Till till, Workplace workplace, Journals journals) {
        JournalId journal() {
            return journals.current().id();
        }
    }

    public Succession(Home home, KeptGrants grants, Writing writing) {
        this.home = home;
        this.grants = grants;
        this.writing = writing;
    }

    /**
     * Opens all journals, every byte of which is checked, and finishes what was begun.
     *
     * @param offered a grant that a person gives; one that was taken up before changes nothing
     * @throws CannotRun if a grant does not fit what is here
     */
    public Stand open(Optional<Continuation> offered) {
        Stand stand = open();
        Optional<Continuation> fresh = offered.filter(granted -> !grants.has(granted.grant()));
        if (fresh.isEmpty()) return stand;
        Optional<String> wrong = wrongWith(fresh.get(), stand.journals().current());
        stand.journals().current().close();
        wrong.ifPresent(why -> {
            throw refused(fresh.get(), why);
        });
        keep(fresh.get());
        return next(stand, fresh.get());
    }

    private Stand open() {
        Workplace place = home.first();
        Till till = new Till(place);
        List<Journal> earlier = new ArrayList<>();
        Optional<Continuation> by = grants.beginning(place.journal());
        for (Optional<Continuation> next = grants.ending(place.journal());
                next.isPresent();
                next = grants.ending(place.journal())) {
            by = next;
            Workplace successor = place.in(next.get().grant().successor());
            Optional<Journal> old = ended(place, successor, till);
            old.ifPresent(earlier::add);
            till = old.isPresent() ? till.successor(successor) : new Till(successor);
            place = successor;
        }
        if (by.isPresent() && !earlier.isEmpty() && !Files.isDirectory(home.of(place.journal())))
            requireUnmarked(by.get(), earlier.getLast());
        return opened(till, place, earlier, by);
    }

    private void requireUnmarked(Continuation granted, Journal old) {
        marked(granted, old)
                .ifPresent(why -> {
                    throw refused(granted, why);
                });
    }

    /**
     * Why this till, as it stands, cannot act on a grant.
     *
     * @param current the journal it writes now
     * @return empty also for one that it has taken up already
     */
    public Optional<String> wrongWith(Continuation granted, Journal current) {
        EpochGrant grant = granted.grant();
        if (grants.has(grant)) return Optional.empty();
        return grants.wrongWith(grant)
                .or(() -> Misfit.of(granted, current))
                .or(() -> marked(granted, current));
    }

    /**
     * Goes on in the journal of a grant that is kept.
     *
     * @param before its current journal is closed
     */
    public Stand next(Stand before, Continuation granted) {
        if (granted.grant().replacesDevice())
            return opened(
                    new Till(before.workplace()),
                    before.workplace(),
                    List.of(),
                    Optional.of(granted));
        Workplace place = before.workplace().in(granted.grant().successor());
        List<Journal> earlier =
                Stream.concat(
                                before.journals().earlier().stream(),
                                Stream.of(before.journals().current()))
                        .toList();
        return opened(before.till().successor(place), place, earlier, Optional.of(granted));
    }

    /**
     * A journal that another one goes on from; empty where its disk is gone.
     *
     * <p>Before the successor is begun, the old one is opened for writing once: a tail that nobody
     * was told of is cut, so that it ends there for good. So is one later whose last signature a
     * power cut took, such as a directory that was put back: nothing of it is sent without.
     */
    private Optional<Journal> ended(Workplace place, Workplace successor, Till till) {
        Path directory = home.of(place.journal());
        if (!Files.isDirectory(directory)) return Optional.empty();
        if (!Files.isDirectory(home.of(successor.journal())))
            openForWriting(place.journal(), EntryVisitor.NOBODY).close();
        Journal old = openToRead(place.journal(), new Replay(till));
        if (old.isSigned()) return Optional.of(old);
        openForWriting(place.journal(), EntryVisitor.NOBODY).close();
        return Optional.of(openToRead(place.journal(), EntryVisitor.NOBODY));
    }

    private Journal openToRead(JournalId journal, EntryVisitor visitor) {
        FileStorage files = FileStorage.toRead(home.of(journal));
        return Journal.openToRead(new Whose(journal, home.key(), home.own()), files, visitor);
    }

    private Stand opened(
            Till till, Workplace place, List<Journal> earlier, Optional<Continuation> by) {
        Optional<Journal> old =
                earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
        boolean isNew = !Files.isDirectory(home.of(place.journal()));
        if (isNew) by.ifPresent(granted -> require(granted, old));
        writing.requireKept().accept(place.journal());
        Journal current = openForWriting(place.journal(), new Replay(till));
        Stand stand = new Stand(till, place, new Journals(current, earlier));
        try {
            if (by.isPresent()) new Beginning(stand, by.get(), writing).complete(old);
            return stand;
        } catch (RuntimeException | Error e) {
            current.close();
            throw e;
        }
    }

    private void require(Continuation granted, Optional<Journal> old) {
        Optional<String> wrong =
                old.isPresent() ? Misfit.of(granted, old.get()) : Misfit.withNothing(granted);
        wrong.ifPresent(why -> {
            throw refused(granted, why);
        });
    }

    /** Only before it is acted on: what comes in while the till changes is of no interest. */
    private Optional<String> marked(Continuation granted, Journal journal) {
        return writing.marked().get().flatMap(mark -> Misfit.with(mark, granted.grant(), journal));
    }

    private void keep(Continuation granted) {
        try {
            grants.keep(granted);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the grant: " + e.getMessage(), e);
        }
    }

    private static CannotRun refused(Continuation granted, String why) {
        return new CannotRun(
                ExitCode.BAD_USAGE,
                "the grant of " + granted.grant().successor().label() + " is not taken up: " + why);
    }

    private Journal openForWriting(JournalId journal, EntryVisitor visitor) {
        Storage files = writing.disk().apply(new FileStorage(home.of(journal)));
        return Journal.open(new Whose(journal, home.key(), home.own()), files, visitor)
                .signedBy(writing.signer());
    }
}
