package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.Damage;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * One byte of a stopped node's journal changes. The node refuses to run, and is put right with a
 * copy from the peer that has the same entries.
 *
 * @param label of the journal
 * @param till whose sales it is about, if any: nothing is sold there meanwhile, so that the peer
 *     has all of it
 */
record DamagedJournal(
        Scene scene,
        LabNode node,
        LabNode peer,
        String label,
        Optional<LabTill> till,
        Random random)
        implements Harm {
    private static final int FOUND_WRONG = 1;
    private static final int DAMAGED = 3;

    @Override
    public String what() {
        return "a byte of journal " + label + " flipped at " + node.name();
    }

    @Override
    public Optional<String> bite() {
        if (till.isEmpty()) return flipped();
        Object[] evidence = new Object[1];
        scene.seller(till.get()).between(() -> evidence[0] = flipped());
        return evidence[0] instanceof Optional<?> found
                ? found.map(Object::toString)
                : Optional.empty();
    }

    @Override
    public void heal() {
        scene.startIfDown(peer);
        scene.startIfDown(node);
    }

    private Optional<String> flipped() {
        awaitSame();
        node.stop();
        peer.stop();
        Damage.FlippedByte flipped =
                Damage.FlippedByte.in(node.home().resolve("journal").resolve(label), random);
        if (node.verify().code() != FOUND_WRONG) {
            flipped.close();
            return Optional.empty();
        }
        LabNode.Ended refused = node.runToTheEnd();
        if (refused.code() != DAMAGED)
            throw new HarmUncovered(
                    node.name()
                            + " started on a damaged journal: "
                            + refused.code()
                            + "\n"
                            + refused.words());
        restore();
        return Optional.of(
                "it refused with 3, and was restored from "
                        + peer.name()
                        + ": byte "
                        + flipped.position()
                        + " of "
                        + flipped.file().getFileName());
    }

    private void awaitSame() {
        till.ifPresent(one ->
                Patience.until(
                        one.name() + " to have everything marked",
                        () -> one.status().unsent() == 0));
        Patience.until(
                "head office to have everything of " + scene.store().name(),
                () -> ClosingTime.unforwarded(scene.store()) == 0);
    }

    private void restore() {
        Path copy = scene.directory().resolve(label + ".copy");
        try {
            Files.deleteIfExists(copy);
            mustDo(peer.ledger("export", "--journal", label, "--out", copy.toString()));
            mustDo(node.ledger("restore", "--journal", label, "--copy", copy.toString()));
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mustDo(LabNode.Ended ended) {
        if (ended.code() != 0)
            throw new HarmUncovered(what() + ", and not put right: " + ended.words());
    }
}
