package io.tidemark.fog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rung after a force; wakes whoever follows what was forced. Safe for use by several threads. */
final class Bell implements Runnable {
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    /**
     * @param follower returns at once
     */
    void wakes(Runnable follower) {
        followers.add(follower);
    }

    @Override
    public void run() {
        followers.forEach(Runnable::run);
    }
}
