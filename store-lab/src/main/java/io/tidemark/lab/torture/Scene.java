package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabStore;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Laboratory;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.ShopClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A store under torture, and all that harms need to get at it.
 *
 * @param waiting its suspended baskets
 * @param disks by node, the small disk its home is on; empty where none could be mounted
 * @param directory for what harms leave: traces, copies
 */
record Scene(
        Laboratory laboratory,
        LabStore store,
        List<Seller> sellers,
        Waiting waiting,
        Map<LabNode, SmallDisk> disks,
        ShopClock clock,
        LocalDate day,
        Path directory) {
    Scene {
        sellers = List.copyOf(sellers);
        disks = Map.copyOf(disks);
    }

    /** Head office, which stores share, is the first store's to harm. */
    List<LabNode> nodes() {
        List<LabNode> nodes = new ArrayList<>();
        store.devices().forEach(device -> nodes.add(device.node()));
        nodes.add(store.gateway());
        if (store.equals(laboratory.stores().getFirst())) nodes.add(laboratory.headOffice());
        return nodes;
    }

    /** Starts it, with the ways that lead to it. */
    void start(LabNode node) {
        if (node == store.gateway()) store.startGateway();
        else if (node == laboratory.headOffice()) laboratory.startHeadOffice();
        else node.start();
    }

    void startIfDown(LabNode node) {
        if (!node.isRunning()) start(node);
    }

    void kill(LabNode node) {
        if (node == store.gateway()) store.killGateway();
        else if (node == laboratory.headOffice()) laboratory.killHeadOffice();
        else node.kill();
    }

    /** The networks through which a node hears of others. */
    List<TcpProxy> ways(LabNode node) {
        if (node == laboratory.headOffice()) return List.of(laboratory.headOfficeWay());
        return store.devices().stream()
                .filter(device -> node == store.gateway() || node == device.node())
                .map(LabTill::way)
                .toList();
    }

    Seller seller(LabTill till) {
        return sellers.stream()
                .filter(seller -> seller.till().equals(till))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(till.name() + " is elsewhere"));
    }

    /**
     * Waits until every device answers, the gateway's mark covers what it had recorded when it
     * answered first, and head office has marked what the gateway had.
     */
    void awaitRecovery() {
        for (LabTill till : store.devices()) {
            long head = status(till).head();
            Patience.until(
                    till.name() + " to have entry " + head + " marked",
                    () -> till.status().marked() >= head);
        }
        Patience.until(
                "head office to have what " + store.name() + " closed",
                () -> ClosingTime.unforwarded(store) == 0);
    }

    /** A till that was just killed answers again in a moment. */
    static LabTill.Status status(LabTill till) {
        return Patience.answer(till.name() + " to say how it is", till::status);
    }

    /** Until it is so, but not longer. */
    static boolean soon(Duration max, java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + max.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (condition.getAsBoolean()) return true;
            } catch (LabFailed | io.tidemark.lab.process.NodeFailed notNow) {
                Patience.pause(5);
            }
            Patience.pause(5);
        }
        return false;
    }
}
