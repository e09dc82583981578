package io.tidemark.edge;

import io.tidemark.edge.till.Counter;
import io.tidemark.edge.till.Desks;
import io.tidemark.node.home.Halting;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.people.AttemptsFile;
import io.tidemark.node.people.PinCheck;
import io.tidemark.node.web.LoopbackServer;
import java.util.Map;

/**
 * The till's page and API, made ready while its keys and journals are still being opened: each
 * takes about half of a start. Nobody can ask anything before they are opened.
 */
final class Pages implements AutoCloseable {
    private final Desks desks = new Desks();
    private final LoopbackServer.Prepared prepared;

    private Pages(int port, AttemptsFile wrongPins) {
        prepared =
                LoopbackServer.prepare(
                        port,
                        Map.of(LoopbackServer.API, "till"),
                        desks,
                        new Counter(desks, new PinCheck(wrongPins, System::nanoTime)));
    }

    /** Returns at once. */
    static Pages prepare(int port, NodeHome home, Halting halting) {
        return new Pages(port, new AttemptsFile(home.directory(), new KeptFiles(halting)));
    }

    Desks desks() {
        return desks;
    }

    LoopbackServer open() {
        return prepared.open();
    }

    @Override
    public void close() {
        prepared.close();
    }
}
