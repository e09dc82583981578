package io.tidemark.lab.process;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** All nodes of one laboratory: whoever closes it, or ends, leaves no process behind. */
public final class Machinery implements AutoCloseable {
    private final ProcessGuard guard = ProcessGuard.start();
    private final List<LabNode> nodes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final boolean cleanly;

    /**
     * @param cleanly whether nodes are stopped at the end, or killed because nobody wants their
     *     data
     */
    public Machinery(boolean cleanly) {
        this.cleanly = cleanly;
    }

    public LabNode node(LabNode.Setup setup) {
        LabNode node = new LabNode(setup, guard);
        nodes.add(node);
        return node;
    }

    /** Takes this file system away when all is over, in any case. */
    public void mounted(Path at) {
        guard.mounted(at);
    }

    /** Stops every node cleanly, all at a time; each can be started again. */
    public void stopAll() {
        end(true);
    }

    /** Ends every node, all at a time. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        end(cleanly);
        guard.close();
    }

    private void end(boolean cleanly) {
        List<Thread> endings =
                nodes.stream()
                        .map(node -> Thread.ofVirtual().start(() -> node.end(cleanly)))
                        .toList();
        for (Thread ending : endings) {
            try {
                ending.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
