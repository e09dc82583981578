package io.tidemark.node.command;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Provenance;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The journals that lie in a node's home: its own, and those it received. */
record HeldJournals(NodeIdentity identity, Where where, List<HeldJournal> journals) {
    /** Where journals lie, and whether their node runs. */
    private record Where(Path directory, boolean beside) {}

    /** What else lies there: damaged journals beside the ones that were restored. */
    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+\\.[1-9][0-9]*");

    static HeldJournals in(NodeHome home, char[] passphrase) {
        NodeIdentity identity = NodeIdentity.open(home.identity(), passphrase);
        Where where = new Where(home.journals(), home.isBesideItsNode());
        return new HeldJournals(
                identity,
                where,
                labels(where.directory()).stream()
                        .map(label -> JournalId.ofLabel(identity.name().organisation(), label))
                        .sorted(ORDER)
                        .map(id -> held(identity, where, id))
                        .toList());
    }

    private static final Comparator<JournalId> ORDER =
            Comparator.comparing((JournalId id) -> id.node().uri())
                    .thenComparingInt(JournalId::epoch);

    private static HeldJournal held(NodeIdentity identity, Where where, JournalId id) {
        return new HeldJournal(
                id,
                where.directory().resolve(id.label()),
                JournalKey.of(identity.journalKey()),
                identity.roster().verifier(id),
                Provenance.of(id, identity.name()),
                where.beside());
    }

    /** The one of that label; the node's own, in its latest life, if none is named. */
    HeldJournal named(Optional<String> label) {
        return label.map(this::ofLabel).orElseGet(this::own);
    }

    private HeldJournal own() {
        return journals.stream()
                .filter(journal -> journal.id().node().equals(identity.name()))
                .max(Comparator.comparingInt(journal -> journal.id().epoch()))
                .orElseThrow(() ->
                        refused("this node has recorded nothing in a journal of its own yet"));
    }

    private HeldJournal ofLabel(String label) {
        return journals.stream()
                .filter(journal -> journal.id().label().equals(label))
                .findFirst()
                .orElseThrow(() -> refused("this node has no journal " + label));
    }

    /** One that ought to be here, whether or not it is: what a damaged or lost one is called. */
    HeldJournal expected(Optional<String> label) {
        if (label.isEmpty())
            return journals.stream().anyMatch(j -> j.id().node().equals(identity.name()))
                    ? own()
                    : held(identity, where, identity.journal());
        return journals.stream()
                .filter(journal -> journal.id().label().equals(label.get()))
                .findFirst()
                .or(() -> ofMember(label.get()))
                .orElseThrow(() -> refused("no journal here is called " + label.get()));
    }

    private Optional<HeldJournal> ofMember(String label) {
        return identity.roster().members().stream()
                .map(Roster.Member::journal)
                .filter(id -> id.label().equals(label))
                .findFirst()
                .map(id -> held(identity, where, id));
    }

    private CannotRun refused(String why) {
        String known =
                journals.isEmpty()
                        ? "there is none in " + where.directory()
                        : "those it has are "
                                + journals.stream()
                                        .map(journal -> journal.id().label())
                                        .collect(Collectors.joining(", "));
        return new CannotRun(ExitCode.BAD_USAGE, why + "; " + known);
    }

    private static List<String> labels(Path directory) {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> LABEL.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the journals in " + directory, e);
        }
    }
}
