package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.Damage;
import io.tidemark.lab.shop.Patience;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * The tables of a node that was killed or stopped are harmed, or replaced by what they were before.
 *
 * @param harm empty for an old copy put back
 */
record H2Harm(Scene scene, LabNode node, Optional<Damage.OfH2> harm, Random random)
        implements Harm {
    private static final long SELLS_MILLIS = 800;

    @Override
    public String what() {
        return "H2 of "
                + node.name()
                + " "
                + harm.map(Enum::name).orElse("PUT BACK FROM AN OLD COPY");
    }

    @Override
    public Optional<String> bite() {
        if (harm.isEmpty()) return Optional.of(putBack());
        down();
        harm.get().doTo(node.home(), random);
        return Optional.of("its files are " + harm.get());
    }

    @Override
    public void heal() {
        scene.startIfDown(node);
    }

    private String putBack() {
        Path tables = node.home().resolve("projection");
        Path copy = scene.directory().resolve("h2-" + node.name().replace('/', '-'));
        down();
        Trees.delete(copy);
        Trees.copy(tables, copy);
        scene.start(node);
        Patience.pause(SELLS_MILLIS);
        down();
        Trees.empty(tables);
        Trees.copy(copy, tables);
        Trees.delete(copy);
        return "its tables are those of " + SELLS_MILLIS + " ms of trade ago";
    }

    private void down() {
        if (random.nextBoolean()) scene.kill(node);
        else node.stop();
    }
}
