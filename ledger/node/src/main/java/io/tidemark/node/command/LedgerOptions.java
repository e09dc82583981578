package io.tidemark.node.command;

import io.tidemark.node.home.NodeHome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which journal of which node. */
final class LedgerOptions {
    @Mixin private final HomeOptions home = new HomeOptions();

    @Option(
            names = "--journal",
            paramLabel = "STORE.DEVICE.EPOCH",
            description =
                    "Which journal, such as s001.till-1.1; the node's own unless given. A wrong name"
                            + " shows those that are there.")
    private @Nullable String journal;

    HomeOptions home() {
        return home;
    }

    Optional<String> label() {
        return Optional.ofNullable(journal);
    }

    HeldJournals in(NodeHome opened) {
        return HeldJournals.in(opened, home.passphrase());
    }

    HeldJournal held(NodeHome opened) {
        return in(opened).named(label());
    }
}
