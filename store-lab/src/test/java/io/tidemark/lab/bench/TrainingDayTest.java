package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.process.NodeProcess;
import io.tidemark.lab.shop.NodeApi;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every build ends with, at its smallest, with real programs that keep nothing of it. */
class TrainingDayTest {
    @TempDir private Path directory;
    @AutoClose private final Machinery machinery = new Machinery(false);
    private final Deployables deployables = Deployables.besideThis().checked();
    private final Map<String, LabNode> started = new HashMap<>();

    @Test
    void a_store_trades_and_is_closed_down() throws Exception {
        new TrainingDay(deployables, directory, new TrainingDay.Size(20, 5, 3))
                .work((kind, _, node) -> start(kind, node));

        assertThat(started).containsOnlyKeys("gateway", "till-1", "till-2");
        LabNode gateway = Objects.requireNonNull(started.get("gateway"));
        JsonNode days = new NodeApi(gateway).get("/api/v1/days");
        assertThat(days).hasSize(1);
        assertThat(days.at("/0/receipts").asLong()).isEqualTo(2 * (20 + 3));
    }

    private NodeProcess.Ports start(Deployables.Kind kind, ProvisionedNode node) {
        String name = node.name().device();
        LabNode lab =
                machinery.node(
                        new LabNode.Setup(
                                name,
                                deployables,
                                kind,
                                node.home(),
                                node.passphraseFile(),
                                Optional::empty,
                                directory.resolve(name + ".log")));
        started.put(name, lab);
        return lab.start().ports();
    }
}
