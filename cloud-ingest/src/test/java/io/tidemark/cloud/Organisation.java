package io.tidemark.cloud;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedOrganisation;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.authority.StoreSpec;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.command.NodeShell;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A laboratory organisation on disk, and its head office as it runs. */
final class Organisation {
    private final Path directory;
    private final ProvisionedOrganisation founded;

    private Organisation(Path directory, ProvisionedOrganisation founded) {
        this.directory = directory;
        this.founded = founded;
    }

    static Organisation found(Path directory) throws IOException {
        return new Organisation(directory, Authority.laboratory(directory));
    }

    ProvisionedStore store(String label, int tills) throws IOException {
        return founded.authority()
                .provisionStore(StoreSpec.forLaboratory(label, tills), directory.resolve("nodes"));
    }

    /** With new keys, in the next epoch; head office knows of it from its next start. */
    ProvisionedNode replacedGateway(ProvisionedStore store) throws IOException {
        ProvisionedNode old = store.gateway();
        return founded.authority()
                .replaceGateway(
                        old.name().store(),
                        old.home().resolve("node.yaml"),
                        directory.resolve("nodes"))
                .node();
    }

    ProvisionedNode headOffice() {
        return founded.headOffice();
    }

    Path home() {
        return headOffice().home();
    }

    RunningHeadOffice run() {
        return run(home());
    }

    /**
     * What a power cut or {@code kill -9} would leave behind at this moment: a copy, taken while it
     * runs.
     */
    Path imageOfKilled(String name) throws IOException {
        Path image = directory.resolve(name);
        try (Stream<Path> files = Files.walk(home())) {
            files.forEach(file -> copy(file, image.resolve(home().relativize(file))));
        }
        return image;
    }

    RunningHeadOffice run(Path home) {
        NodeHome opened = NodeHome.open(home);
        try {
            return new RunningHeadOffice(opened, new CloudIngest().start(start(opened)));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Its command line, beside it. */
    NodeShell shellBeside(RunningHeadOffice headOffice) {
        return shell(headOffice.people("/").getPort());
    }

    /** The same, as if head office listened at this port. */
    NodeShell shell(int port) {
        return new NodeShell(new CloudIngest(), home()).listening(port);
    }

    /** What stopped head office has recorded of this kind, in its own journal. */
    <E extends Event> List<E> recorded(Class<E> kind) {
        NodeIdentity identity = headOffice().openIdentity();
        List<E> found = new ArrayList<>();
        try (NodeHome home = NodeHome.open(home());
                Journal _ =
                        Journal.openToRead(
                                new Whose(
                                        identity.journal(),
                                        JournalKey.of(identity.journalKey()),
                                        identity.roster().verifier(identity.name())),
                                FileStorage.toRead(
                                        home.journals().resolve(identity.journal().label())),
                                (_, _, entry) -> {
                                    Event event = EntryCodec.decode(entry).event();
                                    if (kind.isInstance(event)) found.add(kind.cast(event));
                                })) {
            return found;
        }
    }

    NodeStart start(NodeHome home) {
        return new NodeStart(
                home,
                Passphrase.readFile(headOffice().passphraseFile()),
                new NodeStart.Asked(Optional.empty(), OptionalInt.of(0)),
                why -> {
                    throw new AssertionError("head office would have halted", why);
                });
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) Files.createDirectories(to);
            else Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
